# ruleid: python-operators-plus
x + 1
# ruleid: python-operators-plus
x + y + 1
# ok: python-operators-plus, python-operators-and, python-operators-in, python-operators-notin, python-operators-not, python-operators-cmp, python-operators-deep, python-operators-tern
1 + x
# ruleid: python-operators-and
a and b
# ok: python-operators-plus, python-operators-and, python-operators-in, python-operators-notin, python-operators-not, python-operators-cmp, python-operators-deep, python-operators-tern
b and a
# ruleid: python-operators-and
a and b and c
# ruleid: python-operators-in
x in y
# ruleid: python-operators-notin
x not in y
# ruleid: python-operators-not
not x
# ruleid: python-operators-cmp
x < y
# ok: python-operators-plus, python-operators-and, python-operators-in, python-operators-notin, python-operators-not, python-operators-cmp, python-operators-deep, python-operators-tern
x < y < z
# ruleid: python-operators-deep
foo(bad)
# ruleid: python-operators-deep
foo(1 + g(bad))
# ok: python-operators-plus, python-operators-and, python-operators-in, python-operators-notin, python-operators-not, python-operators-cmp, python-operators-deep, python-operators-tern
foo(good)
# ruleid: python-operators-tern
x if y else z
