#include <curl/curl.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>

void bad(int client, CURL *curl)
{
    char request[1024], url[2048];
    struct addrinfo *found;
    recv(client, request, sizeof(request) - 1, 0);
    // ruleid: c-ssrf
    curl_easy_setopt(curl, CURLOPT_URL, request);
    snprintf(url, sizeof(url), "http://%s/status", request);
    // ruleid: c-ssrf
    curl_easy_setopt(curl, CURLOPT_URL, url);
    // ruleid: c-ssrf
    getaddrinfo(request, "80", NULL, &found);
    // ruleid: c-ssrf
    curl_easy_setopt(curl, CURLOPT_URL, getenv("QUERY_STRING"));
}

void fine(int client, CURL *curl, const char *own)
{
    char request[1024];
    recv(client, request, sizeof(request) - 1, 0);
    // ok: c-ssrf
    curl_easy_setopt(curl, CURLOPT_URL, "https://example.com/");
    // ok: c-ssrf
    curl_easy_setopt(curl, CURLOPT_URL, own);
    // ok: c-ssrf
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request);
    if (!is_allowed_host(request))
        return;
    // ok: c-ssrf
    curl_easy_setopt(curl, CURLOPT_URL, request);
}
