# ruleid: python-expressions-in-strings
f("a b c")
# ruleid: python-expressions-in-strings
f('a  b')
f(a + b)
f(ab)
f(1)
