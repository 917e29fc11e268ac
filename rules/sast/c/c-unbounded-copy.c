#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void greet(const char *name, ...)
{
    char text[32];
    char other[16] = "";
    // ruleid: c-unbounded-copy
    strcpy(text, name);
    // ruleid: c-unbounded-copy
    strcat(other, name);
    // ruleid: c-unbounded-copy
    sprintf(text, "hello %s", name);
    va_list args;
    va_start(args, name);
    // ruleid: c-unbounded-copy
    vsprintf(text, name, args);
    va_end(args);
}

void fine(const char *name, char *out)
{
    char text[32];
    // ok: c-unbounded-copy
    strcpy(text, "hello");
    // ok: c-unbounded-copy
    snprintf(text, sizeof text, "hello %s", name);
    // ok: c-unbounded-copy
    sprintf(text, "%d", 12);
    // ok: c-unbounded-copy
    strcpy(out, name);
    if (strlen(name) < sizeof text) {
        // ok: c-unbounded-copy
        strcpy(text, name);
    }
}
