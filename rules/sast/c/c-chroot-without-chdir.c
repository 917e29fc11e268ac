#include <stdlib.h>
#include <unistd.h>

void one(const char *folder)
{
    // ruleid: c-chroot-without-chdir
    chroot(folder);
    serve();
}

void two(const char *folder)
{
    // ruleid: c-chroot-without-chdir
    if (chroot(folder) != 0)
        exit(1);
    serve();
}

int three(void)
{
    // ruleid: c-chroot-without-chdir
    int result = chroot("/var/jail");
    if (result)
        return result;
    return setuid(1000);
}

int four(const char *folder)
{
    // ruleid: c-chroot-without-chdir
    return chroot(folder);
}

void fine_one(const char *folder)
{
    // ok: c-chroot-without-chdir
    if (chroot(folder) != 0)
        exit(1);
    if (chdir("/") != 0)
        exit(1);
}

void fine_two(const char *folder)
{
    chdir(folder);
    // ok: c-chroot-without-chdir
    chroot(".");
}

void fine_three(const char *folder)
{
    // ok: c-chroot-without-chdir
    if (chroot(folder) || chdir("/"))
        exit(1);
}

void fine_four(const char *folder)
{
    // ok: c-chroot-without-chdir
    if (chroot(folder) == 0) {
        chdir("/");
    }
}
