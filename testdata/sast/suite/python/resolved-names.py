from c import foo
import c as q
# ruleid: python-resolved-names
foo(2)
# ruleid: python-resolved-names
q.foo(3)
# ruleid: python-resolved-names
c.foo(4)
