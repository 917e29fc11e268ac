// ruleid: csharp-any-type
class A { void M(B b) { f.Foo(1); 
 f?.Foo(2);
 // ruleid: csharp-any-type
 b.Foo(3);
 this.Foo(5);
 // ruleid: csharp-any-type
 b?.Foo(4); new C().Foo(6); "x".Foo(7); g().Foo(8); } }
