# ruleid: python-texts-and-names-a
f("a", a)
# ruleid: python-texts-and-names-b
f("a", x.a)
# ruleid: python-texts-and-names-c
f(a, "a")
# ruleid: python-texts-and-names-d
f("a", "a")
f("a", a=1)
# ruleid: python-texts-and-names-d
f("a", 'a')
# ruleid: python-texts-and-names-f
f(a, x.a)
