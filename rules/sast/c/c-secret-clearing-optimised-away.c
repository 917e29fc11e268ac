#include <stdlib.h>
#include <string.h>

int bad_login(const char *user)
{
    char password[64];
    ask(user, password, sizeof password);
    int ok = check(user, password);
    // ruleid: c-secret-clearing-optimised-away
    memset(password, 0, sizeof(password));
    return ok;
}

void bad_heap(size_t n)
{
    unsigned char *session_key = malloc(n);
    derive(session_key, n);
    // ruleid: c-secret-clearing-optimised-away
    memset(session_key, 0, n);
    free(session_key);
}

int bad_struct(void)
{
    struct aes_state secret;
    work(&secret);
    // ruleid: c-secret-clearing-optimised-away
    memset(&secret, 0, sizeof(secret));
    return 1;
}

int bad_bzero(void)
{
    char passphrase[100];
    work(passphrase);
    // ruleid: c-secret-clearing-optimised-away
    bzero(passphrase, sizeof(passphrase));
    return 1;
}

int fine(const char *user)
{
    char password[64];
    char line[64];
    // ok: c-secret-clearing-optimised-away
    memset(password, 0, sizeof(password));
    ask(user, password, sizeof password);
    // ok: c-secret-clearing-optimised-away
    explicit_bzero(password, sizeof(password));
    // ok: c-secret-clearing-optimised-away
    memset(line, 0, sizeof(line));
    return 0;
}

int fine_again(char *password, size_t n)
{
    // ok: c-secret-clearing-optimised-away
    OPENSSL_cleanse(password, n);
    return 1;
}
