#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <syslog.h>

static void say(const char *text)
{
    // ruleid: c-format-string-from-input
    printf(text);
}

int main(int argc, char **argv)
{
    char line[128], out[256];
    // ruleid: c-format-string-from-input
    printf(argv[1]);
    while (fgets(line, sizeof(line), stdin)) {
        // ruleid: c-format-string-from-input
        fprintf(stderr, line);
        // ruleid: c-format-string-from-input
        syslog(LOG_INFO, line);
    }
    snprintf(out, sizeof(out), "got %s", getenv("WHO"));
    // ruleid: c-format-string-from-input
    snprintf(line, sizeof(line), out);
    say(argv[2]);
    // ok: c-format-string-from-input
    printf("%s\n", argv[1]);
    // ok: c-format-string-from-input
    fputs(line, stdout);
    // ok: c-format-string-from-input
    fprintf(stderr, argc > 1 ? "%s\n" : "none\n", argv[1]);
    const char *format = "%s %d\n";
    // ok: c-format-string-from-input
    printf(format, argv[1], argc);
    // ok: c-format-string-from-input
    syslog(LOG_INFO, "%s", line);
    return 0;
}
