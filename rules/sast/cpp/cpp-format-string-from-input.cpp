#include <cstdio>
#include <iostream>
#include <string>

static void say(const char *text) {
    // ruleid: cpp-format-string-from-input
    std::printf(text);
}

int main(int argc, char **argv) {
    std::string line;
    std::getline(std::cin, line);
    // ruleid: cpp-format-string-from-input
    printf(line.c_str());
    // ruleid: cpp-format-string-from-input
    fprintf(stderr, argv[1]);
    char text[80];
    // ruleid: cpp-format-string-from-input
    std::snprintf(text, sizeof text, ("got " + line).c_str());
    say(line.c_str());
    // ok: cpp-format-string-from-input
    printf("%s", line.c_str());
    // ok: cpp-format-string-from-input
    std::cout << line;
    // ok: cpp-format-string-from-input
    std::printf("%d", argc);
    // ok: cpp-format-string-from-input
    fprintf(stderr, "%s\n", argv[1]);
}
