#include <string.h>

struct state { int a; };

void bad(struct state *s, size_t n)
{
    char key[32];
    // ruleid: c-memset-arguments-swapped
    memset(key, 0, sizeof(key));
    // ruleid: c-memset-arguments-swapped
    memset(s, 0, sizeof(*s));
    // ruleid: c-memset-arguments-swapped
    memset(s, 0, n);
    // ruleid: c-memset-arguments-swapped
    memset(key, sizeof(key), 'x');
}

void fine(struct state *s, size_t n)
{
    char key[32];
    // ok: c-memset-arguments-swapped
    memset(key, 0, sizeof(key));
    // ok: c-memset-arguments-swapped
    memset(s, 0, n);
    // ok: c-memset-arguments-swapped
    memset(key, 0, 0);
    // ok: c-memset-arguments-swapped
    memset(key, 0xff, sizeof key);
}
