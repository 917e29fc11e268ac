#include <memory>
#include <string>

void first(std::string text) {
    // ruleid: cpp-use-after-move
    store(std::move(text));
    print(text);
}

void second(std::unique_ptr<Widget> w) {
    // ruleid: cpp-use-after-move
    list.push_back(std::move(w));
    w->show();
}

void third(std::string text) {
    // ruleid: cpp-use-after-move
    std::string other = std::move(text);
    print(text);
}

size_t fourth(std::string text) {
    // ruleid: cpp-use-after-move
    store(std::move(text));
    return text.size();
}

void fine(std::string text, std::string other) {
    // ok: cpp-use-after-move
    store(std::move(text));
    print(other);
    // ok: cpp-use-after-move
    store(std::move(other));
    other = "new";
    print(other);
    // ok: cpp-use-after-move
    store(text);
    print(text);
    // ok: cpp-use-after-move
    text = std::move(other);
    print(text);
}
