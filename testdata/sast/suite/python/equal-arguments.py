# ruleid: python-equal-arguments
f(1, 1)
a = 1
# ruleid: python-equal-arguments
f(a, 1)
# ruleid: python-equal-arguments
f(1, a)
b = 1
f(a, b)
# ruleid: python-equal-arguments
f(a.b, a.b)
# ruleid: python-equal-arguments
f("x", 'x')
c = "x"
# ruleid: python-equal-arguments
f(c, "x")
d = foo()
f(d, foo())
# ruleid: python-equal-arguments
f(x[0], x[0])
# ruleid: python-equal-arguments
f(0x10, 16)
f(1.0, 1)
# ruleid: python-equal-arguments
f((1), 1)
# ruleid: python-equal-arguments
f([1], [1])
f([a], [1])
# ruleid: python-equal-arguments
f(-1, -1)
f(g(a), g(1))
