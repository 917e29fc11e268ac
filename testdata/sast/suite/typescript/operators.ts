// ruleid: typescript-operators-plus
x + 1;
// ruleid: typescript-operators-plus
x + y + 1;
// ruleid: typescript-operators-and
a && b;
// ok: typescript-operators-plus, typescript-operators-and, typescript-operators-eq, typescript-operators-eqq, typescript-operators-not, typescript-operators-deep, typescript-operators-tern, typescript-operators-typeof, typescript-operators-opt, typescript-operators-idx, typescript-operators-chain
b && a;
// ruleid: typescript-operators-eq
x == x;
// ruleid: typescript-operators-eqq
x === y;
// ruleid: typescript-operators-not
!x;
// ruleid: typescript-operators-deep
foo(bad);
// ruleid: typescript-operators-deep
foo(1 + g(bad));
// ok: typescript-operators-plus, typescript-operators-and, typescript-operators-eq, typescript-operators-eqq, typescript-operators-not, typescript-operators-deep, typescript-operators-tern, typescript-operators-typeof, typescript-operators-opt, typescript-operators-idx, typescript-operators-chain
foo(function() { return bad; });
// ruleid: typescript-operators-tern
x ? y : z;
// ruleid: typescript-operators-typeof
typeof x;
// ruleid: typescript-operators-opt
x?.y;
// ok: typescript-operators-plus, typescript-operators-and, typescript-operators-eq, typescript-operators-eqq, typescript-operators-not, typescript-operators-deep, typescript-operators-tern, typescript-operators-typeof, typescript-operators-opt, typescript-operators-idx, typescript-operators-chain
x.y;
// ruleid: typescript-operators-idx
q[0];
// ruleid: typescript-operators-chain
o.a().b.end();
// ruleid: typescript-operators-chain
o.end();
