#include <filesystem>
#include <fstream>
#include <string>

void download(const httplib::Request &req, httplib::Response &res) {
    auto name = req.get_param_value("file");
    // ruleid: cpp-path-traversal
    std::ifstream in("/var/data/" + name);
    std::filesystem::path path = std::filesystem::path("/var/data") / name;
    // ruleid: cpp-path-traversal
    std::ofstream out(path);
    // ruleid: cpp-path-traversal
    std::filesystem::remove(path);
    // ruleid: cpp-path-traversal
    stream.open("/var/data/" + name);
    // ruleid: cpp-path-traversal
    FILE *f = fopen(("/var/data/" + name).c_str(), "r");
    // ruleid: cpp-path-traversal
    res.set_content(read_all(std::ifstream(name)), "text/plain");
    // ok: cpp-path-traversal
    std::ifstream fixed("/etc/hosts");
    // ok: cpp-path-traversal
    std::ifstream base(std::filesystem::path(name).filename());
    // ok: cpp-path-traversal
    std::filesystem::remove("/var/data/" + std::to_string(std::stoi(name)));
    if (!std::regex_match(name, pattern)) {
        return;
    }
    // ok: cpp-path-traversal
    std::ifstream checked("/var/data/" + name);
}

void own(const std::string &name) {
    // ok: cpp-path-traversal
    std::ifstream in(name);
}
