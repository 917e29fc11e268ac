#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void bad(void)
{
    char name[] = "/tmp/workXXXXXX";
    char made[L_tmpnam];
    // ruleid: c-insecure-temp-file
    mktemp(name);
    // ruleid: c-insecure-temp-file
    FILE *f = fopen(tmpnam(NULL), "w");
    // ruleid: c-insecure-temp-file
    if (tmpnam(made) != NULL)
        f = fopen(made, "w");
    // ruleid: c-insecure-temp-file
    char *other = tempnam("/tmp", "work");
}

void fine(struct maker *m)
{
    char name[] = "/tmp/workXXXXXX";
    char folder[] = "/tmp/folderXXXXXX";
    // ok: c-insecure-temp-file
    int fd = mkstemp(name);
    // ok: c-insecure-temp-file
    mkdtemp(folder);
    // ok: c-insecure-temp-file
    FILE *f = tmpfile();
    // ok: c-insecure-temp-file
    m->mktemp(m);
    // ok: c-insecure-temp-file
    int other = mkostemp(name, O_CLOEXEC);
}
