#include <stdlib.h>
#include <string.h>

struct user { char name[16]; };

void set(struct user *u, const char *name, char *out)
{
    // ruleid: c-strncpy-size-of-source
    strncpy(u->name, name, strlen(name));
    // ruleid: c-strncpy-size-of-source
    strncat(out, name, strlen(name));
    // ruleid: c-strncpy-size-of-source
    strncpy(out, name, sizeof(name));
    char from[128];
    // ruleid: c-strncpy-size-of-source
    strncpy(out, from, sizeof from);
}

char *fine(struct user *u, const char *name)
{
    // ok: c-strncpy-size-of-source
    strncpy(u->name, name, sizeof(u->name) - 1);
    // ok: c-strncpy-size-of-source
    strncat(u->name, name, sizeof(u->name) - strlen(u->name) - 1);
    char *copy = malloc(strlen(name) + 1);
    // ok: c-strncpy-size-of-source
    strncpy(copy, name, strlen(name));
    // ok: c-strncpy-size-of-source
    strncpy(u->name, name, strnlen(name, 15));
    return copy;
}
