class A {
  const string C = "c"; readonly string R = "r"; static readonly string S = "s"; string F = "f"; private string P = "p"; string Q { get; set; } = "q";
  void m(string p) {
    // ruleid: csharp-folding
    g(1 + 2); h("a" + "b"); i(C); i(R); i(S); i(F); i(P); i(Q); i(this.R); i(A.C); i(this.F);
    // ruleid: csharp-folding
    var s = "a"; s += "b"; h(s); i(s); s += p; i(s);
    // ruleid: csharp-folding
    i($"a{p}"); i($"a"); i($"a{C}"); i(@"x"); i(string.Format("a")); i(nameof(p)); i(p ?? "a");
    // ruleid: csharp-folding
    string t; if (p == "") { t = "a"; } else { t = "b"; } i(t);
    // ruleid: csharp-folding
    using (var z = f()) { t = "q"; } i(t);
    // ruleid: csharp-folding
    try { t = "q"; } catch { t = "r"; } i(t);
  }
}
