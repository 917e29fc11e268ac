import static x.Y.Z;
class A {
  private static final String D = "DES"; private String e = "DES"; static String g = "DES"; final int one = 1;
  void a(String p) {
    // ruleid: java-constants
    Cipher.getInstance(D); Cipher.getInstance(A.D); Cipher.getInstance(e); Cipher.getInstance(this.e); Cipher.getInstance(g);
    javax.crypto.Cipher.getInstance("DES");
    // ruleid: java-constants
    String s = "D"; s += "ES"; Cipher.getInstance(s); Cipher.getInstance("D" + "ES");
    // ruleid: java-constants
    f("a" + 1); f("a" + p); f(String.format("a")); f("a".concat("b")); f(p == null ? "a" : "b"); f("a" + D); f("x".toLowerCase());
    // ruleid: java-constants
    g(one); g(1L); g(2 - 1); g(-1);
    // ruleid: java-constants
    Object n = null; h(n); boolean t = true; i(t); i(Boolean.TRUE);
    // ruleid: java-constants
    String q; if (p == null) { q = "a"; } else { q = "b"; } f(q);
    String r = "a"; if (p == null) { r = p; } f(r);
    String v = "a"; for (;;) { f(v); v = p; }
    // ruleid: java-constants
    switch (p) { case "a": s = "x"; break; default: s = "y"; } f(s);
    // ruleid: java-constants
    try { s = "z"; } finally { } f(s);
    // ruleid: java-constants
    Runnable rr = () -> f(t2); String t2 = "q"; Runnable r3 = () -> f(t2);
  }
  // ruleid: java-constants
  void b() { e = "x"; f(e); f(this.e); }
}
