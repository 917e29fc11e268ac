class Crate {
  // ruleid: csharp-tests-operators-and-properties-field
  public string Label => "x";
  // ruleid: csharp-tests-operators-and-properties-field
  public string Code { get; init; }
  // ruleid: csharp-tests-operators-and-properties-field
  public int Size;
  // ruleid: csharp-tests-operators-and-properties-value
  public int Weight = 1;
  // ruleid: csharp-tests-operators-and-properties-static, csharp-tests-operators-and-properties-method
  public static bool operator ==(Crate a, Crate b) { return true; }
  // ruleid: csharp-tests-operators-and-properties-static
  public static Crate Of(string s) { return null; }
  // ruleid: csharp-tests-operators-and-properties-delegate
  delegate int Combine(int a, int b);
  bool Full(object data, string s) {
    // ruleid: csharp-tests-operators-and-properties-notnull
    if (data is not null && s != null) { }
    // ruleid: csharp-tests-operators-and-properties-isnull
    if (data is null) { }
    // ruleid: csharp-tests-operators-and-properties-default
    var n = default(int);
    // ok: csharp-tests-operators-and-properties-field, csharp-tests-operators-and-properties-value, csharp-tests-operators-and-properties-static, csharp-tests-operators-and-properties-delegate, csharp-tests-operators-and-properties-notnull, csharp-tests-operators-and-properties-isnull, csharp-tests-operators-and-properties-default, csharp-tests-operators-and-properties-method
    return s == null;
  }
}
