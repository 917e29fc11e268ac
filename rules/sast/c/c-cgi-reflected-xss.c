#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void page(const char *title)
{
    // ruleid: c-cgi-reflected-xss
    printf("<h1>%s</h1>", title);
}

int main(void)
{
    char line[256];
    const char *query = getenv("QUERY_STRING");
    puts("Content-Type: text/html\n");
    // ruleid: c-cgi-reflected-xss
    printf("<p>You asked for %s</p>", query);
    snprintf(line, sizeof(line), "<b>%s</b>", getenv("HTTP_USER_AGENT"));
    // ruleid: c-cgi-reflected-xss
    puts(line);
    const char *name = strstr(query, "name=");
    if (name) {
        // ruleid: c-cgi-reflected-xss
        fputs(name + 5, stdout);
    }
    page(getenv("PATH_INFO"));
    // ok: c-cgi-reflected-xss
    printf("<p>%d</p>", atoi(query));
    // ok: c-cgi-reflected-xss
    printf("<p>%s</p>", html_escape(query));
    // ok: c-cgi-reflected-xss
    fprintf(stderr, "%s\n", query);
    // ok: c-cgi-reflected-xss
    puts("<p>done</p>");
    // ok: c-cgi-reflected-xss
    printf("%s\n", getenv("HOME"));
    return 0;
}
