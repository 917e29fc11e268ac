class A { void M() { f.Foo(1); 
 // ruleid: csharp-optional-asked
 f?.Foo(2); } }
