// ruleid: typescript-brackets
x = (foo(2));
// ruleid: typescript-brackets
if ((foo(4))) {}
// ruleid: typescript-brackets
while ((b + 1)) {}
// ruleid: typescript-brackets
z = (b + 1) + c;
// ruleid: typescript-brackets
g((b + 1)); w = (b + 1).d;
// ruleid: typescript-brackets
const f = () => (foo(3));
// ruleid: typescript-brackets
const g = () => ({ a: (foo(9)) });
// ruleid: typescript-brackets
(foo(1) as any).x;
