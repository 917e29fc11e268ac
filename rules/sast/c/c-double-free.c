#include <stdlib.h>

struct pair { char *left; char *right; };

void one(char *text)
{
    // ruleid: c-double-free
    free(text);
    log_it("freed");
    free(text);
}

void two(struct pair *p)
{
    // ruleid: c-double-free
    free(p->left);
    free(p->left);
    free(p);
}

void three(char *a, int failed)
{
    if (failed) {
        // ruleid: c-double-free
        free(a);
        count++;
        free(a);
    }
}

void four(char **table)
{
    // ruleid: c-double-free
    free(table[0]);
    table[1] = 0;
    free(table[0]);
}

void fine(struct pair *p, char *text, int failed)
{
    // ok: c-double-free
    free(p->left);
    free(p->right);
    // ok: c-double-free
    free(text);
    text = NULL;
    free(text);
    if (failed) {
        // ok: c-double-free
        free(p);
        return;
    }
    free(p);
}

int fine_goto(char *a, int failed)
{
    if (failed) {
        // ok: c-double-free
        free(a);
        goto out;
    }
    free(a);
out:
    return 0;
}

void fine_again(size_t n)
{
    char *line = malloc(n);
    // ok: c-double-free
    free(line);
    line = malloc(n);
    free(line);
}

void fine_loop(struct pair *p, int n)
{
    if (n > 0) {
        // ok: c-double-free
        free(p->left);
    } else {
        free(p->left);
    }
}
