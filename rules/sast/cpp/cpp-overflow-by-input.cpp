#include <cstring>
#include <iostream>
#include <string>

struct Player { char name[16]; };

int main(int argc, char **argv) {
    char path[64];
    std::string line;
    std::getline(std::cin, line);
    // ruleid: cpp-overflow-by-input
    std::strcpy(path, argv[1]);
    // ruleid: cpp-overflow-by-input
    strcpy(path, line.c_str());
    Player player;
    // ruleid: cpp-overflow-by-input
    std::strcpy(player.name, line.c_str());
    // ruleid: cpp-overflow-by-input
    std::sprintf(path, "%s/a", std::getenv("HOME"));
    // ok: cpp-overflow-by-input
    std::snprintf(path, sizeof path, "%s", argv[1]);
    // ok: cpp-overflow-by-input
    std::strcpy(path, "fixed");
    // ok: cpp-overflow-by-input
    std::sprintf(path, "%d", argc);
    if (strlen(argv[1]) < sizeof path) {
        // ok: cpp-overflow-by-input
        strcpy(path, argv[1]);
    }
}
