z = "q"
bar(z)
f("z", z)
# ruleid: python-texts-and-variables-a
f("w", w)
# ruleid: python-texts-and-variables-d
bar(w)
def g(h):
  k = 1
  f("h", h)
  f("k", k)
  bar(h)
