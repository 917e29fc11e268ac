#include <stdlib.h>
#include <string.h>

struct item { char *name; };

void bad(struct item *item, const char *text, const char *more)
{
    // ruleid: c-allocation-without-room-for-terminator
    char *copy = malloc(strlen(text));
    strcpy(copy, text);
    // ruleid: c-allocation-without-room-for-terminator
    item->name = malloc(strlen(text));
    if (item->name == NULL)
        return;
    strcpy(item->name, text);
    // ruleid: c-allocation-without-room-for-terminator
    char *both = malloc(strlen(text) + strlen(more));
    strcpy(both, text);
    strcat(both, more);
    // ruleid: c-allocation-without-room-for-terminator
    char *other = (char *) malloc(strlen(text));
    strcpy(other, text);
    // ruleid: c-allocation-without-room-for-terminator
    char *last = malloc(strlen(text + 1));
}

void fine(struct item *item, const char *text, const char *more)
{
    // ok: c-allocation-without-room-for-terminator
    char *copy = malloc(strlen(text) + 1);
    strcpy(copy, text);
    // ok: c-allocation-without-room-for-terminator
    item->name = strdup(text);
    // ok: c-allocation-without-room-for-terminator
    char *both = malloc(strlen(text) + strlen(more) + 1);
    strcpy(both, text);
    strcat(both, more);
    // ok: c-allocation-without-room-for-terminator
    char *raw = malloc(strlen(text));
    memcpy(raw, text, strlen(text));
}
