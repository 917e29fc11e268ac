# ok: python-names-id, python-names-deep, python-names-sub
x.foo
# ok: python-names-id, python-names-deep, python-names-sub
def foo(): pass
# ok: python-names-id, python-names-deep, python-names-sub
bar(foo=1)
# ruleid: python-names-id
foo = 2
# ok: python-names-id, python-names-deep, python-names-sub
class foo: pass
# ok: python-names-id, python-names-deep, python-names-sub
import foo
# ruleid: python-names-id
foo.x
def g():
  # ok: python-names-id, python-names-deep, python-names-sub
  z = 1
  h(lambda: bar(z))
# ruleid: python-names-sub
y = A & C & B
# ok: python-names-id, python-names-deep, python-names-sub
for foo in x: pass
