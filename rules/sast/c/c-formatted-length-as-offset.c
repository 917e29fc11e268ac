#include <stdio.h>

void bad(char *buffer, size_t size, const char **names, int n)
{
    int length = 0;
    char *p = buffer, *end = buffer + size;
    char text[80];
    for (int i = 0; i < n; i++) {
        // ruleid: c-formatted-length-as-offset
        length += snprintf(buffer + length, size - length, "%s,", names[i]);
    }
    // ruleid: c-formatted-length-as-offset
    length += snprintf(text + length, sizeof(text) - length, "%s", names[0]);
    // ruleid: c-formatted-length-as-offset
    p += snprintf(p, end - p, "%d %s", n, names[0]);
    // ruleid: c-formatted-length-as-offset
    length += snprintf(&text[length], sizeof(text) - length, "%d", n);
}

void fine(char *buffer, size_t size, const char *name)
{
    size_t length = 0;
    // ok: c-formatted-length-as-offset
    int n = snprintf(buffer, size, "%s", name);
    if (n < 0 || (size_t) n >= size)
        return;
    length += n;
    // ok: c-formatted-length-as-offset
    length += strlen(buffer);
    // ok: c-formatted-length-as-offset
    snprintf(buffer + length, size - length, "%s", name);
    // ok: c-formatted-length-as-offset
    length += scnprintf(buffer + length, size - length, "%s", name);
}
