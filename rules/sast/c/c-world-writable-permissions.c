#include <fcntl.h>
#include <sys/stat.h>

int bad(const char *path, int fd)
{
    // ruleid: c-world-writable-permissions
    chmod(path, 0777);
    // ruleid: c-world-writable-permissions
    fchmod(fd, 0666);
    // ruleid: c-world-writable-permissions
    if (chmod(path, S_IRUSR | S_IWUSR | S_IWOTH) < 0)
        return -1;
    // ruleid: c-world-writable-permissions
    umask(0);
    // ruleid: c-world-writable-permissions
    mkfifo(path, 0622);
    return 0;
}

int fine(const char *path, int fd, mode_t mode)
{
    // ok: c-world-writable-permissions
    chmod(path, 0755);
    // ok: c-world-writable-permissions
    fchmod(fd, S_IRUSR | S_IWUSR);
    // ok: c-world-writable-permissions
    chmod("/tmp/drop", 01777);
    // ok: c-world-writable-permissions
    mode_t old = umask(0);
    umask(old);
    // ok: c-world-writable-permissions
    umask(077);
    // ok: c-world-writable-permissions
    chmod(path, mode & ~S_IWOTH);
    return 0;
}
