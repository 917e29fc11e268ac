#include <fcntl.h>
#include <stdio.h>

void bad(void)
{
    // ruleid: c-temp-folder-file
    FILE *f = fopen("/tmp/debug.log", "w");
    // ruleid: c-temp-folder-file
    int fd = open("/tmp/state", O_WRONLY | O_CREAT | O_TRUNC, 0600);
    // ruleid: c-temp-folder-file
    freopen("/var/tmp/out.txt", "a", stdout);
    // ruleid: c-temp-folder-file
    int other = creat("/dev/shm/area", 0600);
}

void fine(const char *path)
{
    char name[] = "/tmp/stateXXXXXX";
    // ok: c-temp-folder-file
    FILE *f = fopen("/tmp/debug.log", "r");
    // ok: c-temp-folder-file
    int fd = open("/tmp/state", O_WRONLY | O_CREAT | O_EXCL, 0600);
    // ok: c-temp-folder-file
    int made = mkstemp(name);
    // ok: c-temp-folder-file
    f = fopen("/var/log/app.log", "a");
    // ok: c-temp-folder-file
    f = fopen(path, "w");
}
