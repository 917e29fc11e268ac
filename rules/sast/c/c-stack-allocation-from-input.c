#include <alloca.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

int main(int argc, char **argv)
{
    int n = atoi(argv[1]);
    // ruleid: c-stack-allocation-from-input
    char table[n];
    // ruleid: c-stack-allocation-from-input
    char *more = alloca(strtoul(argv[2], NULL, 10) * 8);
    int count;
    scanf("%d", &count);
    // ruleid: c-stack-allocation-from-input
    int numbers[count];
    // ruleid: c-stack-allocation-from-input
    char *rows = (char *) alloca(count * 16);
    // ruleid: c-stack-allocation-from-input
    void *q = _alloca(count);
    size_t size = atoi(getenv("SIZE"));
    // ruleid: c-stack-allocation-from-input
    void *p = __builtin_alloca(size);
    memset(table, 0, n);
    return numbers[0];
}

int fine(int fd, char **names)
{
    int n = atoi(getenv("N"));
    if (n < 0 || n > 64)
        return 1;
    // ok: c-stack-allocation-from-input
    char table[n];
    // ok: c-stack-allocation-from-input
    char fixed[64];
    // ok: c-stack-allocation-from-input
    char *heap = malloc(atoi(getenv("M")));
    // ok: c-stack-allocation-from-input
    char *copy = alloca(strlen("constant") + 1);
    // ok: c-stack-allocation-from-input
    int numbers[sizeof(fixed) / 4];
    return 0;
}
