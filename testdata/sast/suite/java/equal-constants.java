class A { static final int K = 1; int m = 2; void f(int p) {
 int a = 1; 
 // ruleid: java-equal-constants
 if (a == 1) {} if (1 == a) {} if (K == 1) {} if (A.K == 1) {} if (this.m == 2) {} if (m == 2) {}
 // ruleid: java-equal-constants
 if (p == p) {} if (this.m == m) {} if (a == p) {}
 // ruleid: java-equal-constants
 Object o = null; if (o == null) {} if (null == o) {}
 // ruleid: java-equal-constants
 String s = "x"; if (s == "x") {}
 // ruleid: java-equal-constants
 boolean b = true; if (b == true) {}
} }
