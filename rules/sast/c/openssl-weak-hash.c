#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/md5.h>
#include <openssl/sha.h>

int bad(const unsigned char *data, size_t n, unsigned char *out)
{
    MD5_CTX c;
    // ruleid: openssl-weak-hash
    MD5(data, n, out);
    // ruleid: openssl-weak-hash
    MD5_Init(&c);
    MD5_Update(&c, data, n);
    // ruleid: openssl-weak-hash
    SHA1(data, n, out);
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    // ruleid: openssl-weak-hash
    EVP_DigestInit_ex(ctx, EVP_sha1(), NULL);
    // ruleid: openssl-weak-hash
    const EVP_MD *md = EVP_get_digestbyname("MD5");
    return md != NULL;
}

int fine(const unsigned char *data, size_t n, unsigned char *out, unsigned char *key)
{
    EVP_MD_CTX *ctx = EVP_MD_CTX_new();
    // ok: openssl-weak-hash
    SHA256(data, n, out);
    // ok: openssl-weak-hash
    EVP_DigestInit_ex(ctx, EVP_sha256(), NULL);
    // ok: openssl-weak-hash
    const EVP_MD *md = EVP_get_digestbyname("SHA512");
    // ok: openssl-weak-hash
    HMAC(EVP_sha1(), key, 20, data, n, out, NULL);
    // ok: openssl-weak-hash
    X509_digest(cert, EVP_sha1(), out, &length);
    // ok: openssl-weak-hash
    MD5_Final(out, &c);
    return md != NULL;
}
