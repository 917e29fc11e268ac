// ruleid: csharp-optional-names
class A { void M() { f.Foo(1); 
 f?.Foo(2);
 f?.a.Foo(3);
 x = f?.Bar;
 f.Bar?.Foo(4); } }
