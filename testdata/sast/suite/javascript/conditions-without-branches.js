// ruleid: javascript-conditions-without-branches-more
if (a > 2) { f(); }
// ruleid: javascript-conditions-without-branches-more
if (a > 2) f(); else g();
// ok: javascript-conditions-without-branches-more
if (a < 2) { f(); }
