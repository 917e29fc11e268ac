#include <openssl/dh.h>
#include <openssl/ec.h>
#include <openssl/rsa.h>

void bad(RSA *rsa, BIGNUM *e, EVP_PKEY_CTX *ctx, DH *dh)
{
    int bits = 1024;
    // ruleid: openssl-weak-key-size
    RSA_generate_key_ex(rsa, 1024, e, NULL);
    // ruleid: openssl-weak-key-size
    EVP_PKEY_CTX_set_rsa_keygen_bits(ctx, 512);
    // ruleid: openssl-weak-key-size
    if (!DH_generate_parameters_ex(dh, 768, DH_GENERATOR_2, NULL))
        return;
    // ruleid: openssl-weak-key-size
    EC_KEY *key = EC_KEY_new_by_curve_name(NID_secp160r1);
}

void fine(RSA *rsa, BIGNUM *e, EVP_PKEY_CTX *ctx, int bits)
{
    // ok: openssl-weak-key-size
    RSA_generate_key_ex(rsa, 3072, e, NULL);
    // ok: openssl-weak-key-size
    EVP_PKEY_CTX_set_rsa_keygen_bits(ctx, 4096);
    // ok: openssl-weak-key-size
    RSA_generate_key_ex(rsa, bits, e, NULL);
    // ok: openssl-weak-key-size
    EC_KEY *key = EC_KEY_new_by_curve_name(NID_X9_62_prime256v1);
}
