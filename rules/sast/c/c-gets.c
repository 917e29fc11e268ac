#include <stdio.h>

struct session { char name[32]; };

static void ask(struct session *s)
{
    char line[80];
    // ruleid: c-gets
    gets(line);
    // ruleid: c-gets
    if (gets(line) == NULL)
        return;
    // ruleid: c-gets
    while (gets(s->name) != NULL) {
        printf("%s\n", s->name);
    }
    // ruleid: c-gets
    char *p = gets(line);
    (void) p;
}

static void fine(struct session *s, FILE *in)
{
    char line[80];
    // ok: c-gets
    fgets(line, sizeof line, stdin);
    // ok: c-gets
    if (fgets(s->name, sizeof(s->name), in) == NULL)
        return;
    size_t n = 0;
    char *long_line = NULL;
    // ok: c-gets
    getline(&long_line, &n, in);
    // ok: c-gets
    s->gets(s, line, 80);
    // ok: c-gets
    gets_s(line, sizeof line);
}
