def read(name, b=1):
    # ruleid: python-everywhere-within
    open("a" + name)
    # ruleid: python-everywhere-within
    open(b)
# ruleid: python-everywhere-regex
foo("a" + name)
# ok: python-everywhere-within, python-everywhere-regex, python-everywhere-outer, python-everywhere-plus, python-everywhere-lit, python-everywhere-or, python-everywhere-exc, python-everywhere-named, python-everywhere-tuple, python-everywhere-with, python-everywhere-opened
foo(name2)
# ruleid: python-everywhere-outer
z = foo(foo(b))
bar()
# ruleid: python-everywhere-plus
x + y + z
# ruleid: python-everywhere-lit
f("a" + y)
# ok: python-everywhere-within, python-everywhere-regex, python-everywhere-outer, python-everywhere-plus, python-everywhere-lit, python-everywhere-or, python-everywhere-exc, python-everywhere-named, python-everywhere-tuple, python-everywhere-with, python-everywhere-opened
f("a" + y + z)
# ruleid: python-everywhere-or
x or y or z
# ruleid: python-everywhere-exc, python-everywhere-tuple
try:
    pass
except ValueError:
    pass
# ruleid: python-everywhere-named
try:
    pass
except ValueError as e:
    pass
# ruleid: python-everywhere-tuple
try:
    pass
except (TypeError, ValueError):
    pass
# ruleid: python-everywhere-with
with open(a) as i:
    i.read()
# ruleid: python-everywhere-with
with open(a) as i, open(b) as j:
    i.read()
# ruleid: python-everywhere-opened
h = open(a)
