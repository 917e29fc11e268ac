def a():
    # ruleid: python-implicit-depth
    x = foo(1) or 2
    y = not bar(1)
def b():
    # ruleid: python-implicit-depth
    y = a and foo(x)
    if c:
        z = 1 + bar(x)
def c():
    # ruleid: python-implicit-depth
    q = [foo(z)]
    return {"a": bar(z)}
def d():
    z = f"{foo(v)}"
    w = v if bar(v) else 3
