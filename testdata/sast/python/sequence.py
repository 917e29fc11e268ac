def f():
    # ruleid: sequence
    v = source()
    if v:
        sink(v)

def g():
    w = source()
    # ok: sequence
    sink(other)
