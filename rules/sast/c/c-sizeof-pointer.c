#include <stdlib.h>
#include <string.h>

struct key { char bytes[32]; };

void bad(struct key *k, char *out, const char *in, char name[32])
{
    struct key *copy = malloc(sizeof(struct key));
    // ruleid: c-sizeof-pointer
    memset(k, 0, sizeof(k));
    // ruleid: c-sizeof-pointer
    memcpy(copy, k, sizeof(copy));
    // ruleid: c-sizeof-pointer
    strncpy(out, in, sizeof(out));
    // ruleid: c-sizeof-pointer
    if (memcmp(in, out, sizeof(in)) == 0)
        return;
    // ruleid: c-sizeof-pointer
    snprintf(name, sizeof(name), "%s", in);
}

void fine(struct key *k, char *out, const char *in, size_t size)
{
    struct key copy;
    char text[32];
    // ok: c-sizeof-pointer
    memset(k, 0, sizeof(*k));
    // ok: c-sizeof-pointer
    memcpy(&copy, k, sizeof(copy));
    // ok: c-sizeof-pointer
    strncpy(text, in, sizeof(text));
    // ok: c-sizeof-pointer
    snprintf(out, size, "%s", in);
    // ok: c-sizeof-pointer
    memset(&k, 0, sizeof(k));
    struct key *table[16];
    // ok: c-sizeof-pointer
    memset(table, 0, sizeof(table));
    // ok: c-sizeof-pointer
    memset(text, 0, sizeof text);
    // ok: c-sizeof-pointer
    memset(k->bytes, 0, sizeof(k->bytes));
}
