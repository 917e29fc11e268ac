#include <curl/curl.h>

void bad(CURL *curl, struct client *c)
{
    // ruleid: curl-verification-disabled
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 2L);
    // ruleid: curl-verification-disabled
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    // ruleid: curl-verification-disabled
    curl_easy_setopt(c->handle, CURLOPT_SSL_VERIFYPEER, 2L);
    // ruleid: curl-verification-disabled
    curl_easy_setopt(curl, CURLOPT_PROXY_SSL_VERIFYPEER, 2L);
}

void fine(CURL *curl, struct client *c)
{
    // ok: curl-verification-disabled
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    // ok: curl-verification-disabled
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    // ok: curl-verification-disabled
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, c->verify);
    // ok: curl-verification-disabled
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 0L);
    // ok: curl-verification-disabled
    curl_easy_setopt(curl, CURLOPT_CAINFO, "/etc/ssl/own.pem");
}
