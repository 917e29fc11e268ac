#include <string.h>

struct user { char name[16]; };

void bad(struct user *u, const char *name)
{
    char text[32];
    // ruleid: c-strncpy-without-terminator
    strncpy(text, name, sizeof(text));
    use(text);
    // ruleid: c-strncpy-without-terminator
    strncpy(u->name, name, sizeof(u->name));
    if (name[0]) {
        // ruleid: c-strncpy-without-terminator
        strncpy(text, name + 1, sizeof text);
    }
    // ruleid: c-strncpy-without-terminator
    char *p = strncpy(text, name, sizeof(text));
}

void fine(struct user *u, const char *name)
{
    char text[32];
    char other[32];
    // ok: c-strncpy-without-terminator
    strncpy(text, name, sizeof(text) - 1);
    // ok: c-strncpy-without-terminator
    strncpy(other, name, sizeof(other));
    other[sizeof(other) - 1] = '\0';
    // ok: c-strncpy-without-terminator
    strncpy(text, "fixed", sizeof(text));
    // ok: c-strncpy-without-terminator
    snprintf(u->name, sizeof(u->name), "%s", name);
}
