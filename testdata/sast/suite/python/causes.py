def f():
    # ruleid: python-causes-any
    raise A
    # ruleid: python-causes-any, python-causes-from
    raise A from B
    # ruleid: python-causes-any, python-causes-call, python-causes-from
    raise A(1) from B
    # ruleid: python-causes-any, python-causes-call
    raise A(1)
    # ruleid: python-causes-none
    raise
