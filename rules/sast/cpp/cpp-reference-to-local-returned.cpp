#include <string>
#include <string_view>
#include <vector>

const std::string &first(int n) {
    // todoruleid: cpp-reference-to-local-returned
    std::string text = std::to_string(n);
    return text;
}

std::string_view second() {
    // ruleid: cpp-reference-to-local-returned
    std::string text;
    text = "abc";
    return text;
}

std::string *third() {
    // ruleid: cpp-reference-to-local-returned
    std::string text;
    text += "a";
    return &text;
}

int *fourth() {
    // ruleid: cpp-reference-to-local-returned
    std::vector<int> numbers;
    numbers.push_back(1);
    return numbers.data();
}

std::string_view fifth(int n) {
    // ruleid: cpp-reference-to-local-returned
    std::string text = std::to_string(n);
    if (n > 3) {
        return text;
    }
    return "few";
}

std::string fine(int n) {
    // ok: cpp-reference-to-local-returned
    std::string text = std::to_string(n);
    return text;
}

const std::string &fine_static() {
    // ok: cpp-reference-to-local-returned
    static std::string text = "a";
    return text;
}

std::vector<int> fine_vector() {
    // ok: cpp-reference-to-local-returned
    std::vector<int> numbers;
    return numbers;
}

const std::string &fine_other(const std::string &given) {
    // ok: cpp-reference-to-local-returned
    std::string text = "x";
    return given;
}
