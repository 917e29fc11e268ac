class A { String f; void m(String a, Integer b, int c, Object d) {
 // ruleid: java-types
 q.foo(a);
 q.foo(b);
 // ruleid: java-types
 q.foo("x");
 q.foo("x" + a);
 // ruleid: java-types
 q.foo(f);
 // ruleid: java-types
 q.foo(this.f);
 q.foo(a.trim());
 q.foo(String.valueOf(c));
 // ruleid: java-types
 q.foo((String) d);
 q.foo(a + c);
 // ruleid: java-types
 q.foo(new String("x"));
 // ruleid: java-types
 String z = d.toString(); q.foo(z);
 // ruleid: java-types
 var w = "a"; q.foo(w);
 // ruleid: java-types
 q.foo(c > 1 ? a : f);
} }
