class A { void f() {
while (a) b();
// ruleid: java-loops
while (a) { b(); }
for (String s : z) b();
// ruleid: java-loops
for (String s : z) { b(); }
// ruleid: java-loops
if (a) b(); else c();
// ruleid: java-loops
if (a) { b(); } else c();
} }
