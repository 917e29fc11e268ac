// ruleid: cpp-names-and-lambdas-static
static int weigh(int n) { return n; }
// ruleid: cpp-names-and-lambdas-static
int Shop::Bin::fill(const std::string &name) {
  // ruleid: cpp-names-and-lambdas-captures
  auto add = [&](int a) { return a + 1; };
  // ruleid: cpp-names-and-lambdas-captures, cpp-names-and-lambdas-two
  sort(all.begin(), all.end(), [](int a, int b) { return a < b; });
  // ruleid: cpp-names-and-lambdas-captures
  auto one = [=](int a) { return 2; };
  // ruleid: cpp-names-and-lambdas-qualified
  return depot::Crate::make(3);
  // ruleid: cpp-names-and-lambdas-qualified
  return Crate::make(4);
  // ruleid: cpp-names-and-lambdas-reference
  log(name.c_str());
}
// ruleid: cpp-names-and-lambdas-static
int pack(int n) { return n; }
