# ruleid: python-deep-statements
x = foo(1) or 2
# ruleid: python-deep-statements
y = not foo(3)
# ruleid: python-deep-statements
z = a if foo(4) else b
# ruleid: python-deep-statements
w = [foo(5), {"k": foo(6)}]
# ruleid: python-deep-statements
v = "%s" % foo(7)
# ruleid: python-deep-statements
u = f"{foo(8)}"
def f():
    # ruleid: python-deep-statements
    return foo(9) + 1
# ruleid: python-deep-statements
assert foo(10)
# ruleid: python-deep-statements
t = lambda: foo(11)
# ruleid: python-deep-statements
for i in foo(12):
    pass
# ruleid: python-deep-statements
while foo(13):
    pass
# ruleid: python-deep-statements
with foo(14) as g:
    pass
# ruleid: python-deep-statements
raise foo(15)
# ruleid: python-deep-statements
del foo(16)
# ruleid: python-deep-statements
s = a[foo(17)]
# ruleid: python-deep-statements
print(*foo(18), **foo(19))
