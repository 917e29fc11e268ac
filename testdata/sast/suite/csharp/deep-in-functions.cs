class A { void f() {
// ruleid: csharp-deep-in-functions-f
foo(x => bar(x));
foo(x => { bar(x); });
foo(delegate (int x) { return bar(x); });
// ruleid: csharp-deep-in-functions-h
x = () => bar();
x = y switch { 1 => bar(), _ => 2 };
// ruleid: csharp-deep-in-functions-f
foo(from a in b select bar(a));
} }
