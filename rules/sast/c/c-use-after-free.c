#include <stdio.h>
#include <stdlib.h>

struct node { struct node *next; int value; };

void all(struct node *list)
{
    // ruleid: c-use-after-free
    for (struct node *n = list; n != NULL; n = n->next) {
        free(n);
    }
    // ruleid: c-use-after-free
    for (struct node *n = list; n; n = n->next)
        free(n);
}

int one(struct node *n, char *text, int failed)
{
    if (failed) {
        // ruleid: c-use-after-free
        free(text);
        printf("failed: %s\n", text);
    }
    // ruleid: c-use-after-free
    free(n);
    return n->value;
}

void two(struct node *n)
{
    struct node *next;
    // ruleid: c-use-after-free
    free(n);
    next = n->next;
    use(next);
}

void fine(struct node *list, char *text)
{
    struct node *next;
    // ok: c-use-after-free
    for (struct node *n = list; n != NULL; n = next) {
        next = n->next;
        free(n);
    }
    // ok: c-use-after-free
    free(text);
    text = strdup("other");
    puts(text);
    if (list == NULL) {
        // ok: c-use-after-free
        free(text);
        return;
    }
    puts(text);
    // ok: c-use-after-free
    free(text);
    text = NULL;
    call(text);
}
