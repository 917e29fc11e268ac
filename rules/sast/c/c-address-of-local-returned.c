#include <stdio.h>

struct point { int x, y; };

char *name(int n)
{
    // ruleid: c-address-of-local-returned
    char text[20];
    snprintf(text, sizeof text, "%d", n);
    return text;
}

struct point *middle(int a, int b)
{
    // ruleid: c-address-of-local-returned
    struct point p;
    p.x = a;
    p.y = b;
    return &p;
}

int *counter(void)
{
    // ruleid: c-address-of-local-returned
    int n = 0;
    n++;
    return &n;
}

unsigned char *digest(const char *in)
{
    // ruleid: c-address-of-local-returned
    unsigned char out[32] = {0};
    fill(out, in);
    if (in)
        return out;
    return 0;
}

char *fine(int n)
{
    // ok: c-address-of-local-returned
    static char text[20];
    snprintf(text, sizeof text, "%d", n);
    return text;
}

struct point fine_value(int a)
{
    // ok: c-address-of-local-returned
    struct point p;
    p.x = a;
    return p;
}

int fine_number(int a)
{
    // ok: c-address-of-local-returned
    int table[4] = {1, 2, 3, 4};
    return table[a];
}

int *fine_static(void)
{
    // ok: c-address-of-local-returned
    static int n = 0;
    return &n;
}

int fine_call(void)
{
    // ok: c-address-of-local-returned
    int n = 3;
    return change(&n);
}
