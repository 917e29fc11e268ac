#include <iomanip>
#include <iostream>
#include <fstream>

void bad(std::ifstream &file) {
    char name[20];
    char other[40] = "";
    char *heap = new char[16];
    // ruleid: cpp-cin-into-char-array
    std::cin >> name;
    // ruleid: cpp-cin-into-char-array
    file >> other;
    // ruleid: cpp-cin-into-char-array
    std::cin >> heap;
    // ruleid: cpp-cin-into-char-array
    while (file >> name) {
        std::cout << name;
    }
}

void fine(std::ifstream &file) {
    char name[20];
    std::string text;
    int number;
    // ok: cpp-cin-into-char-array
    std::cin >> text;
    // ok: cpp-cin-into-char-array
    std::cin >> number;
    // ok: cpp-cin-into-char-array
    std::cin >> std::setw(sizeof name) >> name;
    // ok: cpp-cin-into-char-array
    std::cin.getline(name, sizeof name);
    // ok: cpp-cin-into-char-array
    std::cin.get(name, 20);
}
