# ruleid: python-brackets
(foo(1))
# ruleid: python-brackets
x = (foo(2))
# ruleid: python-brackets
x = ((foo(3))).bar
# ruleid: python-brackets
if (foo(4)): pass
# ruleid: python-brackets
return (
  foo(5)
)
# ruleid: python-brackets
y = (a, foo(6))
# ruleid: python-brackets
z = (b + 1)
# ruleid: python-brackets
z = (b + 1) + c
# ruleid: python-brackets
w = (b + 1).d
# ruleid: python-brackets
f((b + 1))
# ruleid: python-brackets
f(k=(foo(7)))
# ruleid: python-brackets
q = [(foo(8))]
