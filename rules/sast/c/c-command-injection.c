#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct job { char *name; int number; };

static void run(const char *command)
{
    // ruleid: c-command-injection
    system(command);
}

int main(int argc, char *argv[])
{
    char command[256];
    char line[64];
    struct job job;
    snprintf(command, sizeof(command), "tar xf %s", argv[1]);
    // ruleid: c-command-injection
    system(command);
    strcpy(command, "ls ");
    strcat(command, getenv("TARGET"));
    // ruleid: c-command-injection
    FILE *out = popen(command, "r");
    fgets(line, sizeof line, stdin);
    // ruleid: c-command-injection
    execl("/bin/sh", "sh", "-c", line, (char *) NULL);
    job.name = argv[2];
    job.number = atoi(argv[3]);
    char *made = NULL;
    asprintf(&made, "kill -9 %s", job.name);
    run(made);
    // ok: c-command-injection
    system("ls -l");
    char fixed[64];
    snprintf(fixed, sizeof fixed, "kill -9 %d", job.number);
    // ok: c-command-injection
    system(fixed);
    // ok: c-command-injection
    execl("/bin/ls", "ls", argv[1], (char *) NULL);
    char *const args[] = {"tar", "xf", argv[1], NULL};
    // ok: c-command-injection
    execv("/usr/bin/tar", args);
    if (strcmp(argv[4], "status") == 0) {
        // ok: c-command-injection
        system(argv[4]);
    }
    pclose(out);
    return 0;
}
