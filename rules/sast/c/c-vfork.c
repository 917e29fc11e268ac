#include <unistd.h>

int bad(char *const args[])
{
    // ruleid: c-vfork
    pid_t pid = vfork();
    if (pid == 0)
        execv("/bin/true", args);
    // ruleid: c-vfork
    if ((pid = vfork()) < 0)
        return -1;
    // ruleid: c-vfork
    switch (vfork()) {
    case 0:
        _exit(1);
    }
    // ruleid: c-vfork
    return vfork();
}

int fine(char *const args[], struct os *os)
{
    pid_t pid;
    // ok: c-vfork
    pid = fork();
    // ok: c-vfork
    posix_spawn(&pid, "/bin/true", NULL, NULL, args, NULL);
    // ok: c-vfork
    os->vfork(os);
    // ok: c-vfork
    return my_vfork();
}
