#include <arpa/inet.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

struct packet { uint32_t length; char body[1024]; };

void direct(int socket)
{
    uint32_t length;
    char out[64];
    char body[256];
    recv(socket, &length, sizeof(length), 0);
    length = ntohl(length);
    // ruleid: c-memory-length-from-network
    recv(socket, body, length, 0);
    // ruleid: c-memory-length-from-network
    memcpy(out, body, length);
}

void by_struct(int socket)
{
    struct packet packet;
    char body[64];
    read(socket, &packet, sizeof(packet));
    // ruleid: c-memory-length-from-network
    memcpy(body, packet.body, packet.length);
}

void by_byte(int socket)
{
    unsigned char head[4];
    char body[64];
    recv(socket, head, sizeof head, 0);
    int length = head[0] << 8 | head[1];
    // ruleid: c-memory-length-from-network
    memmove(body, head + 2, length);
}

void checked(int socket, char *out)
{
    uint32_t length;
    char body[256];
    recv(socket, &length, sizeof(length), 0);
    length = ntohl(length);
    if (length > sizeof(body))
        return;
    // ok: c-memory-length-from-network
    recv(socket, body, length, 0);
    // ok: c-memory-length-from-network
    memcpy(out, body, length);
}

void limited(int socket, char *out, size_t size)
{
    struct packet packet;
    ssize_t n = read(socket, &packet, sizeof(packet));
    if (packet.length <= size) {
        // ok: c-memory-length-from-network
        memcpy(out, packet.body, packet.length);
    }
    // ok: c-memory-length-from-network
    memcpy(out, packet.body, MIN(packet.length, size));
    // ok: c-memory-length-from-network
    memcpy(out, packet.body, sizeof(packet.body));
    // ok: c-memory-length-from-network
    memcpy(out, &packet, n);
}
