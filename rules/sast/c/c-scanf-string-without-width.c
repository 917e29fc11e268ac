#include <stdio.h>

struct entry { char key[16]; char value[64]; };

static int load(FILE *in, const char *text, struct entry *e)
{
    char word[20];
    int n;
    // ruleid: c-scanf-string-without-width
    scanf("%s", word);
    // ruleid: c-scanf-string-without-width
    if (fscanf(in, "%15s = %s", e->key, e->value) != 2)
        return -1;
    // ruleid: c-scanf-string-without-width
    sscanf(text, "%d %[^\n]", &n, word);
    // ruleid: c-scanf-string-without-width
    while (scanf(" %s", word) == 1)
        puts(word);
    return n;
}

static int fine(FILE *in, const char *text, struct entry *e)
{
    char word[20];
    char *made;
    int n;
    // ok: c-scanf-string-without-width
    scanf("%19s", word);
    // ok: c-scanf-string-without-width
    if (fscanf(in, "%15s = %63s", e->key, e->value) != 2)
        return -1;
    // ok: c-scanf-string-without-width
    sscanf(text, "%d %19[^\n]", &n, word);
    // ok: c-scanf-string-without-width
    scanf("%ms", &made);
    // ok: c-scanf-string-without-width
    sscanf(text, "%*s %d", &n);
    // ok: c-scanf-string-without-width
    scanf("100%% %d", &n);
    // ok: c-scanf-string-without-width
    printf("%s", word);
    return n;
}
