void fill(Stream &s) {
    // ruleid: cpp-type-arguments-plain
    auto a = read<Book>(s);
    // ruleid: cpp-type-arguments-method
    auto b = s.parse<Book>(text);
    // ruleid: cpp-type-arguments-typed
    auto c = std::make_unique<Book>(s);
    // ruleid: cpp-type-arguments-of-std
    auto d = std::make_unique(s);
}
