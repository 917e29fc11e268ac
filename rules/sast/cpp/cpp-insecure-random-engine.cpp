#include <random>
#include <string>

std::string make_token() {
    // ruleid: cpp-insecure-random-engine
    std::mt19937 engine(std::random_device{}());
    return hex(engine());
}

std::string Session::newSessionId() {
    // ruleid: cpp-insecure-random-engine
    std::mt19937_64 engine(time(nullptr));
    return hex(engine());
}

std::string generate_password(int n) {
    // ruleid: cpp-insecure-random-engine
    std::default_random_engine engine(n);
    return letters(engine, n);
}

void fill_salt(unsigned char *out) {
    // ruleid: cpp-insecure-random-engine
    std::mt19937 engine;
    for (int i = 0; i < 16; i++) out[i] = engine();
}

int roll() {
    // ok: cpp-insecure-random-engine
    std::mt19937 engine(std::random_device{}());
    return engine() % 6;
}

void shuffle_cards() {
    // ok: cpp-insecure-random-engine
    std::default_random_engine engine(3);
}

std::string tokenize(const std::string &text) {
    // ok: cpp-insecure-random-engine
    std::mt19937 engine(1);
    return text;
}

std::string good_token() {
    unsigned char bytes[16];
    // ok: cpp-insecure-random-engine
    RAND_bytes(bytes, sizeof bytes);
    return hex(bytes);
}
