class A
{
    // ruleid: attributes
    [Open]
    public int F(int x) { return x; }
    // ok: attributes
    public int G() { return 1; }
}
