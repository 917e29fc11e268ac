// ruleid: javascript-loop-bodies
while (a) b();
while (a) { b(); }
// ruleid: javascript-loop-bodies
if (a) b();
// ruleid: javascript-loop-bodies
if (a) { b(); }
if (a) { b(); c(); }
// ruleid: javascript-loop-bodies
if (a) z();
if (a) { z(); c(); }
