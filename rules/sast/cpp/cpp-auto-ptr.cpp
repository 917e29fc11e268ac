#include <memory>

class Holder {
    // ruleid: cpp-auto-ptr
    std::auto_ptr<int> member;
    // ok: cpp-auto-ptr
    std::unique_ptr<int> other;
};

void bad() {
    // ruleid: cpp-auto-ptr
    std::auto_ptr<Widget> w(new Widget());
    // ruleid: cpp-auto-ptr
    use(std::auto_ptr<Widget>(new Widget()));
    // ruleid: cpp-auto-ptr
    std::auto_ptr<Widget> empty;
}

void fine() {
    // ok: cpp-auto-ptr
    std::unique_ptr<Widget> w(new Widget());
    // ok: cpp-auto-ptr
    auto shared = std::make_shared<Widget>();
    // ok: cpp-auto-ptr
    std::shared_ptr<Widget> p;
    // ok: cpp-auto-ptr
    my::auto_ptr_like<Widget> q;
}
