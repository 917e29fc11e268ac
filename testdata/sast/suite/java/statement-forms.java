class A {
  int a() {
    // ruleid: java-statement-forms
    if (x != null) foo(); 
    // ruleid: java-statement-forms
    if (x != null) { bar(); } else { baz(); }
    // ruleid: java-statement-forms
    for (int i = 0; i < 10; i++) { q(); }
    for (int i = 0; i < xs.length; i += 2) q();
    // ruleid: java-statement-forms
    try { a(); } catch (Exception e) { }
    try { a(); } catch (IOException | Exception e) { }
    try { a(); } catch (Exception e) { log(); } finally { }
    // ruleid: java-statement-forms
    a.b.equals(a.b); a.equals(b);
    // ruleid: java-statement-forms
    return c ? true : false;
    // ruleid: java-statement-forms
    Object o = new String[]{"a"}; int[] z = {1};
    // ruleid: java-statement-forms
    System.out.println(1); System.out.println(); java.lang.System.out.println(2);
    // ruleid: java-statement-forms
    String s = (String) q; ((String) q).trim(); (java.lang.String) q;
    // ruleid: java-statement-forms
    throw new RuntimeException("x", e);
    // ruleid: java-statement-forms
    list.stream().map(x -> x.equals(x)).map(String::valueOf);
  }
}
