#include <openssl/ssl.h>
#include <mbedtls/ssl.h>

SSL_CTX *bad(mbedtls_ssl_config *conf)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    // ruleid: openssl-verification-disabled
    SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL);
    SSL *ssl = SSL_new(ctx);
    // ruleid: openssl-verification-disabled
    SSL_set_verify(ssl, SSL_VERIFY_NONE, NULL);
    // ruleid: openssl-verification-disabled
    mbedtls_ssl_conf_authmode(conf, MBEDTLS_SSL_VERIFY_NONE);
    // ruleid: openssl-verification-disabled
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, always_true_callback);
    return ctx;
}

SSL_CTX *fine(mbedtls_ssl_config *conf)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_client_method());
    // ok: openssl-verification-disabled
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER, NULL);
    // ok: openssl-verification-disabled
    SSL_CTX_set_verify(ctx, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, verify_callback);
    // ok: openssl-verification-disabled
    mbedtls_ssl_conf_authmode(conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    SSL_CTX_set_default_verify_paths(ctx);
    return ctx;
}

SSL_CTX *server(void)
{
    SSL_CTX *ctx = SSL_CTX_new(TLS_server_method());
    // ok: openssl-verification-disabled
    SSL_CTX_set_verify(ctx, SSL_VERIFY_NONE, NULL);
    return ctx;
}
