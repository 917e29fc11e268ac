#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>

class Runner {
public:
    void run(const std::string &what) {
        // ruleid: cpp-command-injection
        std::system(what.c_str());
    }
};

int main(int argc, char **argv) {
    std::string command = "convert ";
    command += argv[1];
    // ruleid: cpp-command-injection
    system(command.c_str());
    std::ostringstream out;
    out << "ls " << argv[2];
    // ruleid: cpp-command-injection
    std::system(out.str().c_str());
    std::string name;
    std::cin >> name;
    // ruleid: cpp-command-injection
    popen(("cat " + name).c_str(), "r");
    std::string line;
    std::getline(std::cin, line);
    Runner().run("echo " + line);
    // ok: cpp-command-injection
    std::system("ls");
    // ok: cpp-command-injection
    std::system(("kill " + std::to_string(argc)).c_str());
    int pid = std::stoi(argv[3]);
    // ok: cpp-command-injection
    std::system(("kill " + std::to_string(pid)).c_str());
    std::string fixed = argv[1];
    fixed = "uptime";
    // ok: cpp-command-injection
    std::system(fixed.c_str());
}

void handle(const httplib::Request &req, httplib::Response &res) {
    auto host = req.get_param_value("host");
    // ruleid: cpp-command-injection
    popen(("ping -c 1 " + host).c_str(), "r");
    if (!allowed_hosts.contains(host)) {
        return;
    }
    // ok: cpp-command-injection
    popen(("ping -c 1 " + host).c_str(), "r");
}
