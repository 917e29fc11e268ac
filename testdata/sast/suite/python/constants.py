A = 42
B = "a"
C = B + "b"
D = 40 + 2
# ruleid: python-constants-num
k(A)
# ruleid: python-constants-str
k(C)
# ruleid: python-constants-num
k(D)
# ruleid: python-constants-num
k(42)
# ruleid: python-constants-bool
k(not False)
def f(x):
    y = 42
    # ruleid: python-constants-num
    k(y)
    y = x
    # ok: python-constants-num, python-constants-str, python-constants-bool
    k(y)
def g(x):
    if x:
        z = 42
    # ok: python-constants-num, python-constants-str, python-constants-bool
    k(z)
class K:
    V = 42
    # ok: python-constants-num, python-constants-str, python-constants-bool
    k(V)
# ok: python-constants-num, python-constants-str, python-constants-bool
k(K.V)
