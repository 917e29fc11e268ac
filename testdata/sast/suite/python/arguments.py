# ruleid: python-arguments-any
f()
# ruleid: python-arguments-any, python-arguments-first, python-arguments-last, python-arguments-one
f(1)
# ruleid: python-arguments-any, python-arguments-last
f(2, 1)
# ruleid: python-arguments-any, python-arguments-first, python-arguments-last, python-arguments-two
f(1, 1)
# ruleid: python-arguments-any, python-arguments-kw
f(b=2, a=1)
# ruleid: python-arguments-any, python-arguments-kw, python-arguments-kwany
f(a=1)
# ruleid: python-arguments-any, python-arguments-first, python-arguments-seq
f(1, 2, 3)
# ruleid: python-arguments-any, python-arguments-one
f(*args)
# ruleid: python-arguments-any, python-arguments-first, python-arguments-last, python-arguments-one
g(f(1))
