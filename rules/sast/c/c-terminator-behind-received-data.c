#include <stdio.h>
#include <sys/socket.h>
#include <unistd.h>

void bad(int s, FILE *f)
{
    char text[128];
    char path[256];
    ssize_t n;
    // ruleid: c-terminator-behind-received-data
    n = recv(s, text, sizeof(text), 0);
    text[n] = '\0';
    // ruleid: c-terminator-behind-received-data
    ssize_t m = read(s, text, sizeof text);
    if (m < 0)
        return;
    text[m] = 0;
    // ruleid: c-terminator-behind-received-data
    ssize_t length = readlink("/proc/self/exe", path, sizeof(path));
    path[length] = '\0';
    // ruleid: c-terminator-behind-received-data
    while ((n = read(s, text, sizeof(text))) > 0) {
        text[n] = '\0';
        puts(text);
    }
}

void fine(int s, FILE *f)
{
    char text[128];
    char path[256];
    // ok: c-terminator-behind-received-data
    ssize_t n = recv(s, text, sizeof(text) - 1, 0);
    text[n] = '\0';
    // ok: c-terminator-behind-received-data
    ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - 1);
    path[length] = '\0';
    // ok: c-terminator-behind-received-data
    ssize_t m = read(s, text, sizeof(text));
    write(1, text, m);
    // ok: c-terminator-behind-received-data
    ssize_t k = read(s, path, sizeof(path));
    if (k >= sizeof(path))
        return;
    path[k] = 0;
}
