a = bar(1)
# ruleid: python-symbolic-values
foo(a)
def f():
    b = bar(2)
    c = b
    # ruleid: python-symbolic-values
    foo(c)
    d = bar(3)
    d = 4
    foo(d)
    if x:
        e = bar(5)
        # ruleid: python-symbolic-values
        foo(e)
    foo(e)
    g = bar(6).z
    foo(g)
    h, i = bar(7), 1
    foo(h)
    for j in bar(8):
        foo(j)
    with bar(9) as k:
        # ruleid: python-symbolic-values
        foo(k)
    # ruleid: python-symbolic-values
    foo(a)
    self.l = bar(10)
    foo(self.l)
