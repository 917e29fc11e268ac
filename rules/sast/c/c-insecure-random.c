#include <stdio.h>
#include <stdlib.h>

struct session { char token[33]; int id; };

void generate_password(char *out, int n)
{
    for (int i = 0; i < n; i++) {
        // ruleid: c-insecure-random
        out[i] = 'a' + rand() % 26;
    }
}

void bad(struct session *s, unsigned char *salt)
{
    // ruleid: c-insecure-random
    snprintf(s->token, sizeof s->token, "%08x", rand());
    // ruleid: c-insecure-random
    long nonce = random();
    for (int i = 0; i < 16; i++) {
        // ruleid: c-insecure-random
        salt[i] = rand() & 0xff;
    }
    unsigned int session_id;
    // ruleid: c-insecure-random
    session_id = lrand48();
}

void fine(struct session *s, unsigned char *salt)
{
    // ok: c-insecure-random
    int delay = rand() % 100;
    // ok: c-insecure-random
    getrandom(salt, 16, 0);
    // ok: c-insecure-random
    s->id = rand();
    int color;
    // ok: c-insecure-random
    color = random() % 8;
    // ok: c-insecure-random
    usleep(rand());
}
