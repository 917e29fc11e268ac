#include <stdlib.h>

struct list { int *items; size_t n; };

void bad(struct list *l, char *text, size_t n)
{
    // ruleid: c-realloc-loses-pointer
    text = realloc(text, n);
    // ruleid: c-realloc-loses-pointer
    l->items = realloc(l->items, n * sizeof(int));
    // ruleid: c-realloc-loses-pointer
    if ((text = realloc(text, 2 * n)) == NULL)
        abort();
    while (n < 100) {
        n *= 2;
        // ruleid: c-realloc-loses-pointer
        text = realloc(text, n);
    }
}

void fine(struct list *l, char *text, size_t n)
{
    // ok: c-realloc-loses-pointer
    char *grown = realloc(text, n);
    if (!grown)
        return;
    text = grown;
    // ok: c-realloc-loses-pointer
    int *items = realloc(l->items, n * sizeof(int));
    // ok: c-realloc-loses-pointer
    text = xrealloc(text, n);
    // ok: c-realloc-loses-pointer
    text = malloc(n);
}
