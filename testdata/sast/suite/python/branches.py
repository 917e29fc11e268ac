def a(c):
    if c:
        x = "a"
    else:
        x = "b"
    # ruleid: python-branches-str
    f(x)
def b(c):
    x = "a"
    if c:
        x = c
    # ok: python-branches-str, python-branches-num
    f(x)
def d(c):
    if c:
        x = 1
    else:
        return 2
    # ruleid: python-branches-num
    f(x)
def e(c):
    x = "a"
    while c:
        x = x + "b"
    # ok: python-branches-str, python-branches-num
    f(x)
def g(n):
    # ruleid: python-branches-str
    f("a" * n)
