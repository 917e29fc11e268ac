# ruleid: python-focus
def f(a, b):
    return b
# ruleid: python-focus
def g(a):
    return a
def h(a, b):
    c = 1
    return c
