#include <string.h>

struct request { char token[64]; char api_key[64]; unsigned char hmac[32]; };

int bad(struct request *r, const char *password, const unsigned char *computed, const char *stored_secret)
{
    // ruleid: c-timing-unsafe-comparison
    if (memcmp(r->hmac, computed, 32) != 0)
        return 0;
    // ruleid: c-timing-unsafe-comparison
    if (strcmp(password, stored(r)) == 0)
        return 1;
    // ruleid: c-timing-unsafe-comparison
    if (!strcmp(r->api_key, configuration()))
        return 1;
    // ruleid: c-timing-unsafe-comparison
    return strncmp(stored_secret, r->token, 64) == 0;
}

int fine(struct request *r, const char *name, const unsigned char *computed, const unsigned char *mac_addr)
{
    // ok: c-timing-unsafe-comparison
    if (CRYPTO_memcmp(r->hmac, computed, 32) != 0)
        return 0;
    // ok: c-timing-unsafe-comparison
    if (strcmp(name, "password") == 0)
        return 1;
    // ok: c-timing-unsafe-comparison
    if (memcmp(mac_addr, computed, 6) == 0)
        return 1;
    // ok: c-timing-unsafe-comparison
    if (strcmp(name, r->token) == 0)
        return 1;
    // ok: c-timing-unsafe-comparison
    return strcmp(r->api_key, "") == 0;
}
