while (a) b();
// ruleid: javascript-loops
while (a) { b(); }
for (const x of y) z();
// ruleid: javascript-loops
for (const x of y) { z(); }
for (i = 0; i < 1; i++) z();
// ruleid: javascript-loops
for (i = 0; i < 1; i++) { z(); }
do z(); while (q);
// ruleid: javascript-loops
do { z() } while (q);
