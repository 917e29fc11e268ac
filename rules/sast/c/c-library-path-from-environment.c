#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

void bad(void)
{
    char path[256];
    // ruleid: c-library-path-from-environment
    void *plugin = dlopen(getenv("PLUGIN"), RTLD_NOW);
    snprintf(path, sizeof path, "%s/lib/plugin.so", getenv("APP_HOME"));
    // ruleid: c-library-path-from-environment
    plugin = dlopen(path, RTLD_LAZY);
    const char *helper = getenv("HELPER");
    if (helper != NULL) {
        // ruleid: c-library-path-from-environment
        execl(helper, helper, "-v", (char *) NULL);
    }
    char *const args[] = {"tool", NULL};
    // ruleid: c-library-path-from-environment
    execv(getenv("TOOL"), args);
}

void fine(const char *own)
{
    char *const args[] = {"tool", getenv("ARGUMENT"), NULL};
    // ok: c-library-path-from-environment
    void *plugin = dlopen("/usr/lib/app/plugin.so", RTLD_NOW);
    // ok: c-library-path-from-environment
    plugin = dlopen(own, RTLD_NOW);
    // ok: c-library-path-from-environment
    execv("/usr/bin/tool", args);
    // ok: c-library-path-from-environment
    execlp(getenv("EDITOR"), "editor", own, (char *) NULL);
    // ok: c-library-path-from-environment
    puts(getenv("PLUGIN"));
}
