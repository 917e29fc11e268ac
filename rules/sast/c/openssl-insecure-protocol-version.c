#include <curl/curl.h>
#include <openssl/ssl.h>

void bad(SSL *ssl, CURL *curl)
{
    // ruleid: openssl-insecure-protocol-version
    SSL_CTX *ctx = SSL_CTX_new(SSLv3_client_method());
    // ruleid: openssl-insecure-protocol-version
    ctx = SSL_CTX_new(TLSv1_method());
    // ruleid: openssl-insecure-protocol-version
    SSL_CTX_set_min_proto_version(ctx, TLS1_VERSION);
    // ruleid: openssl-insecure-protocol-version
    if (!SSL_set_max_proto_version(ssl, TLS1_1_VERSION))
        return;
    // ruleid: openssl-insecure-protocol-version
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_0);
}

void fine(SSL *ssl, CURL *curl)
{
    // ok: openssl-insecure-protocol-version
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    // ok: openssl-insecure-protocol-version
    SSL_CTX_set_min_proto_version(ctx, TLS1_2_VERSION);
    // ok: openssl-insecure-protocol-version
    SSL_set_min_proto_version(ssl, TLS1_3_VERSION);
    // ok: openssl-insecure-protocol-version
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
    // ok: openssl-insecure-protocol-version
    SSL_CTX_set_options(ctx, SSL_OP_NO_SSLv3 | SSL_OP_NO_TLSv1);
}
