#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

struct point { double x, y; };

struct head { uint32_t count; uint32_t size; };

struct point *load(int file)
{
    struct head head;
    read(file, &head, sizeof(head));
    // ruleid: c-allocation-size-overflow
    struct point *points = malloc(head.count * sizeof(struct point));
    // ruleid: c-allocation-size-overflow
    void *image = malloc(head.count * head.size);
    // ruleid: c-allocation-size-overflow
    points = realloc(points, sizeof(*points) * head.count);
    return points;
}

int main(int argc, char **argv)
{
    int n = atoi(argv[1]);
    // ruleid: c-allocation-size-overflow
    int *numbers = malloc(n * sizeof(int));
    return numbers[0];
}

void *fine(int file, size_t own)
{
    struct head head;
    read(file, &head, sizeof(head));
    // ok: c-allocation-size-overflow
    void *a = calloc(head.count, sizeof(struct point));
    // ok: c-allocation-size-overflow
    a = reallocarray(a, head.count, sizeof(struct point));
    // ok: c-allocation-size-overflow
    a = malloc(own * sizeof(struct point));
    uint32_t count = head.count;
    if (count > SIZE_MAX / sizeof(struct point))
        return NULL;
    // ok: c-allocation-size-overflow
    return malloc(count * sizeof(struct point));
}
