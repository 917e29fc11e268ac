def f(c):
    x = first()
    x = x.lower()
    # ruleid: python-several-writes-lower
    use(x)
    y = first()
    if c:
        y = second()
    # ok: python-several-writes-lower, python-several-writes-second, python-several-writes-first
    use(y)
    z = first()
    z = second()
    # ruleid: python-several-writes-second
    use(z)
    for i in c:
        # ok: python-several-writes-lower, python-several-writes-second, python-several-writes-first
        use(z)
        z = third()
