class A { void m() {
for (int e = f(5);;) {}
for (T e : f(5)) {}
// ruleid: java-loop-variables
try (T e = f(5)) {}
} }
