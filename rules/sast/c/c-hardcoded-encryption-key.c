#include <openssl/aes.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

static const unsigned char table_key[16] = {0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07,
                                            0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f};

void bad(EVP_CIPHER_CTX *ctx, unsigned char *iv, unsigned char *out, const unsigned char *in)
{
    AES_KEY key;
    unsigned char *name = (unsigned char *) "sixteen byte key";
    unsigned char local[] = "another key of sixteen";
    // ruleid: c-hardcoded-encryption-key
    AES_set_encrypt_key("sixteen byte key", 128, &key);
    // ruleid: c-hardcoded-encryption-key
    EVP_EncryptInit_ex(ctx, EVP_aes_128_cbc(), NULL, table_key, iv);
    // ruleid: c-hardcoded-encryption-key
    EVP_DecryptInit_ex(ctx, EVP_aes_128_cbc(), NULL, local, iv);
    // ruleid: c-hardcoded-encryption-key
    HMAC(EVP_sha256(), "constant", 8, in, 10, out, NULL);
}

void fine(EVP_CIPHER_CTX *ctx, unsigned char *key, unsigned char *iv, unsigned char *out)
{
    AES_KEY state;
    unsigned char derived[32];
    PKCS5_PBKDF2_HMAC(ask(), -1, iv, 16, 100000, EVP_sha256(), 32, derived);
    // ok: c-hardcoded-encryption-key
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, derived, iv);
    // ok: c-hardcoded-encryption-key
    AES_set_encrypt_key(key, 128, &state);
    // ok: c-hardcoded-encryption-key
    EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, NULL, NULL);
    // ok: c-hardcoded-encryption-key
    HMAC(EVP_sha256(), getenv("KEY"), 32, iv, 16, out, NULL);
}
