#include <curl/curl.h>

void bad(CURL *curl)
{
    const char *address = "http://api.example.com/v1";
    // ruleid: curl-unencrypted-url
    curl_easy_setopt(curl, CURLOPT_URL, "http://example.com/update");
    // ruleid: curl-unencrypted-url
    curl_easy_setopt(curl, CURLOPT_URL, "ftp://example.com/file");
    // ruleid: curl-unencrypted-url
    curl_easy_setopt(curl, CURLOPT_URL, address);
    // ruleid: curl-unencrypted-url
    curl_easy_setopt(curl, CURLOPT_URL, "telnet://old.example.com/");
    // ruleid: curl-unencrypted-url
    curl_easy_setopt(curl, CURLOPT_URL, "ldap://ldap.example.com/");
}

void fine(CURL *curl, const char *url)
{
    // ok: curl-unencrypted-url
    curl_easy_setopt(curl, CURLOPT_URL, "https://example.com/update");
    // ok: curl-unencrypted-url
    curl_easy_setopt(curl, CURLOPT_URL, "http://localhost:8080/");
    // ok: curl-unencrypted-url
    curl_easy_setopt(curl, CURLOPT_URL, "http://127.0.0.1/");
    // ok: curl-unencrypted-url
    curl_easy_setopt(curl, CURLOPT_URL, url);
}
