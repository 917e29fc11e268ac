def f(unknown):
    a = "x"
    b = a + "y"
    # ok: constants
    send(b)
    if unknown:
        a = unknown
    # ruleid: constants
    send(a)
    # ruleid: constants
    send(unknown)
