class A {
  void F() {
    // ruleid: csharp-parts-of-texts-any, csharp-parts-of-texts-argument
    foo("a");
    // ruleid: csharp-parts-of-texts-any, csharp-parts-of-texts-argument, csharp-parts-of-texts-literal
    foo($"a {x} b");
    // ruleid: csharp-parts-of-texts-literal
    foo($"{x}");
    // ruleid: csharp-parts-of-texts-literal
    foo(x);
    // ruleid: csharp-parts-of-texts-any, csharp-parts-of-texts-argument
    foo(@"a");
    // ruleid: csharp-parts-of-texts-any, csharp-parts-of-texts-argument, csharp-parts-of-texts-literal
    foo("a" + x);
  }
}
