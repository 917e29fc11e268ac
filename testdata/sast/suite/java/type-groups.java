class A { void m(int i, Integer j, boolean b, Boolean c, String s, java.lang.String t, long l, Long m, double d, Object o, byte[] by, List<String> ls, List<Integer> li, ArrayList<String> al) {
 // ruleid: java-type-groups
 q.foo(i); q.foo(j); q.foo(1); q.foo(1L); q.foo(i + 1); q.foo(i * 2); q.foo(s.length()); q.foo(-1); q.foo(l);
 // ruleid: java-type-groups
 r.foo(i); r.foo(j); r.foo(1);
 // ruleid: java-type-groups
 s.foo(b); s.foo(c); s.foo(true); s.foo(i == 1); s.foo(!b); s.foo(s.equals("x")); s.foo(s.isEmpty());
 // ruleid: java-type-groups
 t.foo(b); t.foo(c); t.foo(true); t.foo(b && c);
 // ruleid: java-type-groups
 u.foo(s); u.foo(t); u.foo("x");
 // ruleid: java-type-groups
 v.foo(l); v.foo(m); v.foo(1L); v.foo(1);
 // ruleid: java-type-groups
 w.foo(d); w.foo(1.0); w.foo(1.0f);
 // ruleid: java-type-groups
 x.foo(o); x.foo(s); x.foo("a");
 // ruleid: java-type-groups
 y.foo(by); y.foo(s.getBytes()); y.foo(new byte[1]); y.foo(by[0]);
 // ruleid: java-type-groups
 z.foo(ls); z.foo(li); z.foo(al); z.foo(new ArrayList<String>());
 // ruleid: java-type-groups
 z2.foo(ls); z2.foo(li); z2.foo(al);
} }
