using System;
class A {
  private string field;
  string Build(string n) { return "select " + n; }
  string Const(string n) => "select 1";
  string Id(string n) => n;
  public void M() {
    var n = Request.Query["n"];
    // ruleid: query
    var c = new SqlCommand(Build(n), conn);
    // ok: query
    var d = new SqlCommand(Const(n), conn);
    // ruleid: query
    var d2 = new SqlCommand(Id(n), conn);
    string s = $"select {n}";
    // ruleid: query
    using (var e = new SqlCommand(s)) { }
    foreach (var x in n.Split(',')) {
      // ruleid: query
      new SqlCommand(x);
    }
    var dict = new Dictionary<string, string>();
    dict["a"] = n;
    dict["b"] = "x";
    // ruleid: query
    new SqlCommand(dict["a"]);
    // ok: query
    new SqlCommand(dict["b"]);
    if (true) { n = "x"; }
    // ok: query
    new SqlCommand(n);
    field = Console.ReadLine();
    Use();
  }
  void Use() {
    // ruleid: query
    new SqlCommand(field);
  }
}
