#include <grp.h>
#include <stdlib.h>
#include <unistd.h>

void bad(uid_t user, gid_t group)
{
    // ruleid: c-unchecked-privilege-drop
    setgid(group);
    // ruleid: c-unchecked-privilege-drop
    setuid(user);
    // ruleid: c-unchecked-privilege-drop
    setgroups(0, NULL);
    // ruleid: c-unchecked-privilege-drop
    (void) setuid(getuid());
    if (user != 0) {
        // ruleid: c-unchecked-privilege-drop
        setresuid(user, user, user);
    }
}

int fine(uid_t user, gid_t group)
{
    // ok: c-unchecked-privilege-drop
    if (setgid(group) != 0)
        exit(1);
    // ok: c-unchecked-privilege-drop
    if (setgroups(0, NULL) == -1 || setuid(user) == -1)
        return -1;
    // ok: c-unchecked-privilege-drop
    int result = setresuid(user, user, user);
    if (result != 0)
        abort();
    // ok: c-unchecked-privilege-drop
    if (seteuid(user))
        return -1;
    // ok: c-unchecked-privilege-drop
    return setuid(user);
}
