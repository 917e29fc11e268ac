int f() {
while (a) b();
// ruleid: c-loops
while (a) { b(); }
for (i = 0; i < 1; i++) z();
// ruleid: c-loops
for (i = 0; i < 1; i++) { z(); }
// ruleid: c-loops
if (a) b();
// ruleid: c-loops
if (a) { b(); } else c();
}
