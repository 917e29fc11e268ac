void f() {
  // ruleid: cpp-lambdas-any
  auto a = [=, &b]() mutable { b += 1; };
  // ruleid: cpp-lambdas-any
  run([] { work(); });
  // ruleid: cpp-lambdas-gives
  auto c = [&](int d) -> int { return d; };
  // ruleid: cpp-lambdas-constexpr
  constexpr int e = 1;
  // ruleid: cpp-lambdas-constexpr, cpp-lambdas-const
  const int g = 2;
  // ruleid: cpp-lambdas-constexpr
  int h = 3;
}
