#include <alloca.h>
#include <stdlib.h>

struct point { int x; };

void bad(size_t n)
{
    // ruleid: c-free-of-non-heap-memory
    char text[20];
    use(text);
    free(text);
    // ruleid: c-free-of-non-heap-memory
    struct point p;
    use(&p);
    free(&p);
    // ruleid: c-free-of-non-heap-memory
    char *stack = alloca(n);
    use(stack);
    free(stack);
    char *constant = "text";
    use(constant);
    // ruleid: c-free-of-non-heap-memory
    free(constant);
}

void fine(size_t n)
{
    // ok: c-free-of-non-heap-memory
    char text[20];
    // ok: c-free-of-non-heap-memory
    char *heap = malloc(n);
    use(heap);
    free(heap);
    // ok: c-free-of-non-heap-memory
    char *table[4];
    free(table[0]);
    // ok: c-free-of-non-heap-memory
    char *name = "none";
    name = strdup(text);
    free(name);
    // ok: c-free-of-non-heap-memory
    struct point *p = malloc(sizeof(*p));
    free(p);
}
