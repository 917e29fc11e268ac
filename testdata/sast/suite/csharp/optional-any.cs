// ruleid: csharp-optional-any
class A { void M() { f.Foo(1); 
 // ruleid: csharp-optional-any
 f?.Foo(2);
 // ruleid: csharp-optional-any
 f?.a.Foo(3);
 // ruleid: csharp-optional-any
 this.Foo(5);
 // ruleid: csharp-optional-any
 f.Bar?.Foo(4); } }
