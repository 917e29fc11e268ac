#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int archive(const char *folder, const char *name)
{
    char command[512];
    snprintf(command, sizeof(command), "tar cf %s.tar %s", name, folder);
    // ruleid: c-shell-command-from-parts
    return system(command);
}

FILE *list(const char *folder)
{
    char command[512];
    sprintf(command, "ls %s", folder);
    // ruleid: c-shell-command-from-parts
    return popen(command, "r");
}

void show(const char *page)
{
    char *command;
    if (asprintf(&command, "man %s", page) < 0)
        return;
    asprintf(&command, "man %s", page);
    // ruleid: c-shell-command-from-parts
    system(command);
}

void join(const char *part)
{
    char command[512] = "ls ";
    strcat(command, part);
    // ruleid: c-shell-command-from-parts
    if (system(command) != 0)
        puts("failed");
}

void fine(int number)
{
    char command[64];
    // ok: c-shell-command-from-parts
    system("sync");
    snprintf(command, sizeof command, "kill %d", number);
    // ok: c-shell-command-from-parts
    system(command);
    // ok: c-shell-command-from-parts
    FILE *f = popen("ls -l", "r");
    const char *constant = "ls";
    // ok: c-shell-command-from-parts
    system(constant);
}
