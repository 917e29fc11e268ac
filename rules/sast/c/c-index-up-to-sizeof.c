#include <stdio.h>
#include <string.h>
#define LINE 80

struct user { char name[16]; };

void bad(struct user *u, const char *in)
{
    char text[32];
    char line[LINE];
    int table[10];
    strncpy(text, in, sizeof(text));
    // ruleid: c-index-up-to-sizeof
    text[sizeof(text)] = '\0';
    // ruleid: c-index-up-to-sizeof
    u->name[sizeof(u->name)] = 0;
    // ruleid: c-index-up-to-sizeof
    for (size_t i = 0; i <= sizeof(text); i++) {
        text[i] = 0;
    }
    // ruleid: c-index-up-to-sizeof
    for (size_t i = 0; i <= sizeof(table) / sizeof(table[0]); i++) {
        printf("%d\n", table[i]);
    }
    strncpy(line, in, LINE);
    // ruleid: c-index-up-to-sizeof
    line[LINE] = '\0';
}

void fine(struct user *u, const char *in)
{
    char text[32];
    char line[LINE + 1];
    int table[10];
    // ok: c-index-up-to-sizeof
    text[sizeof(text) - 1] = '\0';
    // ok: c-index-up-to-sizeof
    u->name[sizeof(u->name) - 1] = 0;
    // ok: c-index-up-to-sizeof
    for (size_t i = 0; i < sizeof(text); i++) {
        text[i] = 0;
    }
    // ok: c-index-up-to-sizeof
    char *end = &text[sizeof(text)];
    // ok: c-index-up-to-sizeof
    for (size_t i = 1; i <= sizeof(table) / sizeof(table[0]); i++) {
        printf("%zu\n", i);
    }
    // ok: c-index-up-to-sizeof
    line[LINE] = '\0';
}
