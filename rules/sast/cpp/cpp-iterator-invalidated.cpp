#include <map>
#include <vector>

void bad(std::vector<int> &numbers, std::map<int, int> &table) {
    // ruleid: cpp-iterator-invalidated
    for (auto n : numbers) {
        if (n < 0) {
            numbers.push_back(-n);
        }
    }
    // ruleid: cpp-iterator-invalidated
    for (auto it = numbers.begin(); it != numbers.end(); ++it) {
        if (*it == 0) {
            numbers.erase(it);
        }
    }
    // ruleid: cpp-iterator-invalidated
    for (const auto &n : numbers) {
        numbers.insert(numbers.begin(), n);
    }
    // ruleid: cpp-iterator-invalidated
    for (auto it = table.begin(); it != table.end(); it++) {
        table.erase(it);
    }
}

void fine(std::vector<int> &numbers, std::vector<int> &other, std::map<int, int> &table) {
    // ok: cpp-iterator-invalidated
    for (auto n : numbers) {
        other.push_back(n);
    }
    // ok: cpp-iterator-invalidated
    for (auto it = table.begin(); it != table.end();) {
        it = table.erase(it);
    }
    // ok: cpp-iterator-invalidated
    for (auto it = numbers.begin(); it != numbers.end(); ++it) {
        if (*it == 0) {
            numbers.erase(it);
            break;
        }
    }
    // ok: cpp-iterator-invalidated
    for (const auto &n : numbers) {
        if (n == 3) {
            numbers.push_back(n);
            return;
        }
    }
    // ok: cpp-iterator-invalidated
    std::erase_if(numbers, [](int n) { return n == 0; });
}
