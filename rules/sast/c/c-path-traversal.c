#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

void serve(int client)
{
    char request[1024], path[2048];
    recv(client, request, sizeof(request) - 1, 0);
    snprintf(path, sizeof(path), "/var/www/%s", request);
    // ruleid: c-path-traversal
    int fd = open(path, O_RDONLY);
    // ruleid: c-path-traversal
    FILE *f = fopen(request, "w");
    char *name = strtok(request, " ");
    name = strtok(NULL, " ");
    // ruleid: c-path-traversal
    unlink(request + 4);
}

void cgi(void)
{
    char path[256] = "/var/data/";
    const char *file = getenv("QUERY_STRING");
    strcat(path, file);
    // ruleid: c-path-traversal
    FILE *f = fopen(path, "r");
    // ruleid: c-path-traversal
    remove(getenv("HTTP_X_FILE"));
}

void fine(int client, const char *own)
{
    char request[1024], path[2048];
    recv(client, request, sizeof(request) - 1, 0);
    // ok: c-path-traversal
    FILE *f = fopen(own, "r");
    if (strstr(request, "..") != NULL)
        return;
    snprintf(path, sizeof(path), "/var/www/%s", request);
    // ok: c-path-traversal
    int fd = open("/etc/hosts", O_RDONLY);
    // ok: c-path-traversal
    f = fopen(request, "r");
}

void fine_number(int client)
{
    char request[16], path[64];
    read(client, request, sizeof(request) - 1);
    snprintf(path, sizeof(path), "/var/data/%d", atoi(request));
    // ok: c-path-traversal
    FILE *f = fopen(path, "r");
    // ok: c-path-traversal
    f = fopen(getenv("CONFIG"), "r");
}
