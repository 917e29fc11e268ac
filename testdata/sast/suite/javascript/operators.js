// ruleid: javascript-operators-plus
x + 1;
// ruleid: javascript-operators-plus
x + y + 1;
// ruleid: javascript-operators-and
a && b;
// ok: javascript-operators-plus, javascript-operators-and, javascript-operators-eq, javascript-operators-eqq, javascript-operators-not, javascript-operators-deep, javascript-operators-tern, javascript-operators-typeof, javascript-operators-opt, javascript-operators-idx, javascript-operators-chain
b && a;
// ruleid: javascript-operators-eq
x == x;
// ruleid: javascript-operators-eqq
x === y;
// ruleid: javascript-operators-not
!x;
// ruleid: javascript-operators-deep
foo(bad);
// ruleid: javascript-operators-deep
foo(1 + g(bad));
// ok: javascript-operators-plus, javascript-operators-and, javascript-operators-eq, javascript-operators-eqq, javascript-operators-not, javascript-operators-deep, javascript-operators-tern, javascript-operators-typeof, javascript-operators-opt, javascript-operators-idx, javascript-operators-chain
foo(function() { return bad; });
// ruleid: javascript-operators-tern
x ? y : z;
// ruleid: javascript-operators-typeof
typeof x;
// ruleid: javascript-operators-opt
x?.y;
// ok: javascript-operators-plus, javascript-operators-and, javascript-operators-eq, javascript-operators-eqq, javascript-operators-not, javascript-operators-deep, javascript-operators-tern, javascript-operators-typeof, javascript-operators-opt, javascript-operators-idx, javascript-operators-chain
x.y;
// ruleid: javascript-operators-idx
q[0];
// ruleid: javascript-operators-chain
o.a().b.end();
// ruleid: javascript-operators-chain
o.end();
