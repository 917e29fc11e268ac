# ruleid: python-foreign-languages
f("a b c")
# ruleid: python-foreign-languages
f('a  b')
f(a + b)
f(ab)
