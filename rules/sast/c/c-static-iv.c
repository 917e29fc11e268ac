#include <openssl/aes.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

static const unsigned char fixed_iv[16] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

void bad(EVP_CIPHER_CTX *ctx, unsigned char *key)
{
    unsigned char iv[12] = {0};
    unsigned char text_iv[] = "0123456789ab";
    // ruleid: c-static-iv
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, iv);
    // ruleid: c-static-iv
    EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, fixed_iv);
    // ruleid: c-static-iv
    EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, text_iv);
    // ruleid: c-static-iv
    EVP_EncryptInit(ctx, EVP_aes_256_cbc(), key, "0123456789abcdef");
}

void fine(EVP_CIPHER_CTX *ctx, unsigned char *key, unsigned char *given)
{
    unsigned char iv[12] = {0};
    unsigned char other[12] = {0};
    if (RAND_bytes(iv, sizeof(iv)) != 1)
        return;
    // ok: c-static-iv
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, iv);
    // ok: c-static-iv
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, given);
    // ok: c-static-iv
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, NULL, NULL);
    RAND_bytes(other, sizeof(other));
    // ok: c-static-iv
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, other);
    unsigned char received[16] = {0};
    // ok: c-static-iv
    EVP_DecryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, received);
}
