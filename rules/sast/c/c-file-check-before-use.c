#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

FILE *one(const char *path)
{
    // ruleid: c-file-check-before-use
    if (access(path, R_OK) == 0) {
        return fopen(path, "r");
    }
    return NULL;
}

int two(const char *path)
{
    FILE *f = NULL;
    // ruleid: c-file-check-before-use
    if (access(path, W_OK) != 0)
        return -1;
    f = fopen(path, "w");
    return f != NULL;
}

int three(const char *path)
{
    // ruleid: c-file-check-before-use
    if (access(path, F_OK) < 0 || limited)
        return -1;
    int fd = open(path, O_RDWR);
    return fd;
}

void four(const char *path)
{
    // ruleid: c-file-check-before-use
    if (!access(path, F_OK)) {
        unlink(path);
    }
}

int fine(const char *path, const char *other)
{
    struct stat st;
    // ok: c-file-check-before-use
    int fd = open(path, O_RDONLY | O_NOFOLLOW);
    if (fd < 0 || fstat(fd, &st) < 0)
        return -1;
    // ok: c-file-check-before-use
    if (access(path, R_OK) == 0)
        puts("there");
    // ok: c-file-check-before-use
    if (access(path, X_OK) == 0) {
        return open(other, O_RDONLY);
    }
    // ok: c-file-check-before-use
    if (lstat(path, &st) == 0)
        puts("there");
    // ok: c-file-check-before-use
    if (access(other, F_OK) != 0) {
        mkdir(other, 0700);
    }
    return fd;
}
