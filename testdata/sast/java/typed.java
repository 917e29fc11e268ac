class A {
    void f(Runner r, Other o, String s) {
        // ruleid: typed
        r.exec(s);
        // ok: typed
        o.exec(s);
        Runner q = make();
        // ruleid: typed
        q.exec(s);
    }
}
