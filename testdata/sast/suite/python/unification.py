def a():
    # ruleid: python-unification
    x = input()
    eval(x)
def b():
    x = input()
    check(x)
    eval(x)
def c():
    x = input()
    y = x
    eval(y)
def d():
    # ruleid: python-unification
    x = input()
    x = 1
    eval(x)
def e():
    if input():
        x = input()
    eval(x)
