# ruleid: python-metavariables-same, python-metavariables-any
a == a
# ruleid: python-metavariables-any
a == b
# ruleid: python-metavariables-same, python-metavariables-any
(a) == a
# ruleid: python-metavariables-same, python-metavariables-any
f(a) == f(a)
# ruleid: python-metavariables-any
f(a) == f(b)
# ruleid: python-metavariables-same, python-metavariables-any
a.b == a.b
# ok: python-metavariables-same, python-metavariables-any, python-metavariables-stmt
a is a
def q():
    # ruleid: python-metavariables-stmt
    m = 1
    n()
    o = m
