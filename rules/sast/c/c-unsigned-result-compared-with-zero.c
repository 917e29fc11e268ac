#include <sys/socket.h>
#include <unistd.h>

int one(int s, char *text)
{
    // ruleid: c-unsigned-result-compared-with-zero
    size_t n = read(s, text, 80);
    if (n < 0)
        return -1;
    text[n] = 0;
    return 0;
}

int two(int s, char *text)
{
    // ruleid: c-unsigned-result-compared-with-zero
    unsigned int n = recv(s, text, 80, 0);
    if (n < 0) {
        return -1;
    }
    return use(text, n);
}

int three(int s, char *text)
{
    // ruleid: c-unsigned-result-compared-with-zero
    size_t n;
    n = recv(s, text, 80, 0);
    if (n < 0 || n > 70)
        return -1;
    return use(text, n);
}

int four(const char *path, char *text)
{
    // ruleid: c-unsigned-result-compared-with-zero
    size_t n = readlink(path, text, 80);
    if (n <= 0)
        return -1;
    return use(text, n);
}

int fine(int s, char *text)
{
    // ok: c-unsigned-result-compared-with-zero
    ssize_t n = read(s, text, 80);
    if (n < 0)
        return -1;
    // ok: c-unsigned-result-compared-with-zero
    int m = recv(s, text, 80, 0);
    if (m < 0)
        return -1;
    // ok: c-unsigned-result-compared-with-zero
    size_t length = strlen(text);
    if (length <= 0)
        return -1;
    // ok: c-unsigned-result-compared-with-zero
    size_t k = read(s, text, 80);
    if (k == (size_t) -1)
        return -1;
    return use(text, n);
}
