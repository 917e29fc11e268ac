#include <stdlib.h>
#include <unistd.h>

void first(uid_t user, gid_t group)
{
    // ruleid: c-privileges-dropped-in-wrong-order
    setuid(user);
    setgid(group);
}

void second(uid_t user, gid_t group)
{
    // ruleid: c-privileges-dropped-in-wrong-order
    if (setuid(user) != 0)
        exit(1);
    if (setgid(group) != 0)
        exit(1);
}

void third(uid_t user, gid_t group)
{
    // ruleid: c-privileges-dropped-in-wrong-order
    if (setresuid(user, user, user) < 0)
        abort();
    chdir("/");
    if (setresgid(group, group, group) < 0)
        abort();
}

void fourth(uid_t user, gid_t group)
{
    if (user) {
        // ruleid: c-privileges-dropped-in-wrong-order
        setuid(user);
        log_it("user");
        setgid(group);
    }
}

void fine(uid_t user, gid_t group)
{
    // ok: c-privileges-dropped-in-wrong-order
    if (setgid(group) != 0)
        exit(1);
    if (setuid(user) != 0)
        exit(1);
}

void fine_two(uid_t user, gid_t group)
{
    // ok: c-privileges-dropped-in-wrong-order
    setgid(group);
    setuid(user);
}

void fine_one(uid_t user)
{
    // ok: c-privileges-dropped-in-wrong-order
    if (setuid(user) != 0)
        exit(1);
}

void fine_group(gid_t group)
{
    // ok: c-privileges-dropped-in-wrong-order
    if (setgid(group) != 0)
        exit(1);
}
