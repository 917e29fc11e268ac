class A {
    void f() {
        // ruleid: java-tries-without-ends-any
        try { a(); } catch (Exception e) { b(); }
        // ruleid: java-tries-without-ends-any
        try { a(); } finally { b(); }
        // ok: java-tries-without-ends-any
        if (x) { a(); }
    }
}
