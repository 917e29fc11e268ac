t = True
# ruleid: python-values
f(t)
# ruleid: python-values
g(k=t)
def a():
    t = True
    # ruleid: python-values
    f(t)
    # ruleid: python-values
    g(k=t)
    n = None
    # ruleid: python-values
    h(n)
    x = 1.5
    # ruleid: python-values
    i(x)
    i(2.0 - 0.5)
def b(t=True):
    f(t)
