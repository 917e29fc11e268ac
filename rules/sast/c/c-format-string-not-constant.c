#include <stdio.h>
#include <syslog.h>

struct message { const char *text; };

void report(const char *text, struct message *m, char **list)
{
    char line[80];
    // ruleid: c-format-string-not-constant
    printf(text);
    // ruleid: c-format-string-not-constant
    fprintf(stderr, m->text);
    // ruleid: c-format-string-not-constant
    syslog(LOG_ERR, list[0]);
    // ruleid: c-format-string-not-constant
    snprintf(line, sizeof line, text);
}

void fine(const char *text, struct message *m)
{
    char line[80];
    // ok: c-format-string-not-constant
    printf("%s", text);
    // ok: c-format-string-not-constant
    printf(_("done\n"));
    // ok: c-format-string-not-constant
    fputs(m->text, stderr);
    // ok: c-format-string-not-constant
    fprintf(stderr, USAGE);
    const char *greeting = "hello\n";
    // ok: c-format-string-not-constant
    printf(greeting);
    // ok: c-format-string-not-constant
    snprintf(line, sizeof line, "%s", text);
}
