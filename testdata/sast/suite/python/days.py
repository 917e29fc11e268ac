# ruleid: python-days-b
a = "3000-01-15"
# ruleid: python-days-a
b = "1906-12-09"
c = "this is not a date"
d = "2020-02-30"
e = 3
# ruleid: python-days-c
f("2020-01-01")
# ruleid: python-days-c
f(b)
