#include <openssl/aes.h>
#include <openssl/des.h>
#include <openssl/evp.h>
#include <openssl/rc4.h>

void bad(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *iv, RC4_KEY *rc4)
{
    // ruleid: openssl-weak-cipher
    EVP_EncryptInit_ex(ctx, EVP_des_ede3_cbc(), NULL, key, iv);
    // ruleid: openssl-weak-cipher
    EVP_EncryptInit_ex(ctx, EVP_aes_256_ecb(), NULL, key, NULL);
    // ruleid: openssl-weak-cipher
    RC4_set_key(rc4, 16, key);
    // ruleid: openssl-weak-cipher
    const EVP_CIPHER *cipher = EVP_get_cipherbyname("des-ede3-cbc");
    // ruleid: openssl-weak-cipher
    DES_ecb_encrypt(in, out, schedule, DES_ENCRYPT);
    // ruleid: openssl-weak-cipher
    cipher = strong ? EVP_aes_128_gcm() : EVP_bf_cbc();
}

void fine(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *iv)
{
    // ok: openssl-weak-cipher
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, iv);
    // ok: openssl-weak-cipher
    const EVP_CIPHER *cipher = EVP_get_cipherbyname("aes-256-gcm");
    // ok: openssl-weak-cipher
    EVP_EncryptInit_ex(ctx, EVP_chacha20_poly1305(), NULL, key, iv);
    // ok: openssl-weak-cipher
    describe(ctx, "des");
}
