#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

static char *buffer;
static volatile sig_atomic_t stop;

static void on_interrupt(int number)
{
    // ruleid: c-unsafe-call-in-signal-handler
    printf("stopping %d\n", number);
    // ruleid: c-unsafe-call-in-signal-handler
    free(buffer);
    // ruleid: c-unsafe-call-in-signal-handler
    syslog(3, "stopped");
    if (number == 2) {
        // ruleid: c-unsafe-call-in-signal-handler
        buffer = malloc(10);
    }
    _exit(1);
}

static void on_alarm(int number)
{
    // ok: c-unsafe-call-in-signal-handler
    stop = 1;
    // ok: c-unsafe-call-in-signal-handler
    write(1, "alarm\n", 6);
}

static void helper(int number)
{
    // ok: c-unsafe-call-in-signal-handler
    printf("%d\n", number);
}

int main(void)
{
    signal(SIGINT, on_interrupt);
    signal(SIGALRM, on_alarm);
    helper(3);
    // ok: c-unsafe-call-in-signal-handler
    printf("ready\n");
    return 0;
}
