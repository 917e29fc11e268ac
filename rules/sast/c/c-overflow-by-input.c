#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct user { char name[32]; char home[64]; };

int main(int argc, char *argv[])
{
    char path[64];
    char copy[16];
    struct user u;
    const char *home = getenv("HOME");
    // ruleid: c-overflow-by-input
    strcpy(path, home);
    // ruleid: c-overflow-by-input
    strcat(path, argv[1]);
    // ruleid: c-overflow-by-input
    sprintf(path, "%s/.profile", home);
    // ruleid: c-overflow-by-input
    strcpy(u.name, argv[2]);
    char line[512] = "";
    fgets(line, sizeof line, stdin);
    // ruleid: c-overflow-by-input
    strcpy(copy, line);
    char *value = strchr(line, '=');
    if (value != NULL) {
        // ruleid: c-overflow-by-input
        strcpy(u.home, value + 1);
    }
    // ok: c-overflow-by-input
    snprintf(path, sizeof path, "%s/.profile", home);
    // ok: c-overflow-by-input
    strcpy(copy, "fixed");
    // ok: c-overflow-by-input
    sprintf(copy, "%d", atoi(argv[1]));
    if (strlen(argv[3]) < sizeof copy) {
        // ok: c-overflow-by-input
        strcpy(copy, argv[3]);
    }
    char *fit = malloc(strlen(home) + 1);
    // ok: c-overflow-by-input
    strcpy(fit, home);
    if (strlen(home) >= sizeof path)
        return 1;
    // ok: c-overflow-by-input
    strcpy(path, home);
    return 0;
}

void internal(const char *name)
{
    char path[64];
    // ok: c-overflow-by-input
    strcpy(path, name);
}
