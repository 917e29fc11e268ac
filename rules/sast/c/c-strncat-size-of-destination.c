#include <string.h>

struct user { char path[64]; };

void join(struct user *u, const char *name)
{
    char text[32] = "a";
    // ruleid: c-strncat-size-of-destination
    strncat(text, name, sizeof(text));
    // ruleid: c-strncat-size-of-destination
    strncat(text, name, sizeof text);
    // ruleid: c-strncat-size-of-destination
    strncat(u->path, name, sizeof(u->path) - 1);
    // ruleid: c-strncat-size-of-destination
    strncat(text, name, sizeof(text) - strlen(text));
}

void fine(struct user *u, const char *name)
{
    char text[32] = "a";
    // ok: c-strncat-size-of-destination
    strncat(text, name, sizeof(text) - strlen(text) - 1);
    // ok: c-strncat-size-of-destination
    strncat(u->path, name, 10);
    // ok: c-strncat-size-of-destination
    strncpy(text, name, sizeof(text) - 1);
    // ok: c-strncat-size-of-destination
    strlcat(text, name, sizeof(text));
}
