# ruleid: python-depth
def a():
    if x: sql(1)
# ruleid: python-depth
def b():
    match x:
        case 1: sql(1)
# ruleid: python-depth
def c():
    try: sql(1)
    except E: pass
# ruleid: python-depth
def d():
    for i in x: sql(1)
def f():
    y = sql(1) if x else 2
# ruleid: python-depth
def g():
    with a as b: sql(1)
# ruleid: python-depth
def h():
    return lambda: sql(1)
# ruleid: python-depth
def i():
    yield sql(1)
def j():
    z = [sql(1) for q in r]
def k():
    assert sql(1)
def l():
    if sql(1): pass
def m():
    with sql(1) as x: pass
def n():
    raise sql(1)
def o():
    del sql(1)
def p():
    while sql(1): pass
def q():
    for i in sql(1): pass
# ruleid: python-depth
def r():
    # ruleid: python-depth
    def inner(): sql(1)
# ruleid: python-depth
def s():
    class C:
        # ruleid: python-depth
        def m(self): sql(1)
def t():
    x[sql(1)] = 2
# ruleid: python-depth
def u():
    async with z: await sql(1)
