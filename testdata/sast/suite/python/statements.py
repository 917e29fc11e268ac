def a():
    # ruleid: python-statements-seq
    open_it()
    b()
    close_it()
def b():
    # ruleid: python-statements-seq
    open_it()
    if c:
        close_it()
def d():
    # ruleid: python-statements-inblock
    if x:
        e()
        stop()
    # ruleid: python-statements-inblock
    if y:
        # ruleid: python-statements-inblock
        if z:
            stop()
    # ok: python-statements-seq, python-statements-inblock, python-statements-try, python-statements-with, python-statements-ret, python-statements-loop
    if w:
        f()
    else:
        stop()
def g():
    # ruleid: python-statements-try
    try:
        pass
    except ValueError:
        pass
    # ok: python-statements-seq, python-statements-inblock, python-statements-try, python-statements-with, python-statements-ret, python-statements-loop
    try:
        pass
    except ValueError as e:
        pass
    # ruleid: python-statements-with
    with open(x) as y:
        pass
    # ok: python-statements-seq, python-statements-inblock, python-statements-try, python-statements-with, python-statements-ret, python-statements-loop
    with open(x):
        pass
    # ruleid: python-statements-loop
    for i in l:
        pass
    # ruleid: python-statements-ret
    return 1
