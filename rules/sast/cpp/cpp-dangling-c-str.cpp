#include <sstream>
#include <string>

const char *name(int n) {
    // ruleid: cpp-dangling-c-str
    std::string text = "item";
    text += std::to_string(n);
    return text.c_str();
}

void bad(const std::string &a, std::ostringstream &out, int n) {
    // ruleid: cpp-dangling-c-str
    const char *first = (a + "suffix").c_str();
    // ruleid: cpp-dangling-c-str
    const char *second = out.str().c_str();
    // ruleid: cpp-dangling-c-str
    auto third = std::to_string(n).c_str();
    // ruleid: cpp-dangling-c-str
    std::string_view view = a + "suffix";
    use(first, second, third, view);
}

class Named {
    const char *name() const {
        return name_.c_str();
    }
    // ok: cpp-dangling-c-str
    std::string name_;
    const char *again() const {
        return name_.c_str();
    }
};

std::string fine_name(int n) {
    // ok: cpp-dangling-c-str
    std::string text = "item";
    return text.c_str();
}

void fine(const std::string &a, std::ostringstream &out, int n) {
    // ok: cpp-dangling-c-str
    const char *first = a.c_str();
    // ok: cpp-dangling-c-str
    std::string joined = a + "suffix";
    const char *second = joined.c_str();
    // ok: cpp-dangling-c-str
    use((a + "suffix").c_str());
    // ok: cpp-dangling-c-str
    std::string text = out.str();
    // ok: cpp-dangling-c-str
    std::string_view view = a;
    // ok: cpp-dangling-c-str
    std::string copy = (a + "x").c_str();
}
