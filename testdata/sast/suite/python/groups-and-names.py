# ruleid: python-groups-and-names-a
foo(a)
foo("a")
z = "q"
# ruleid: python-groups-and-names-b
bar(q)
bar(z)
# ruleid: python-groups-and-names-d, python-groups-and-names-f
f(30)
# ruleid: python-groups-and-names-d, python-groups-and-names-e, python-groups-and-names-f
f("30")
f(n)
f(400)
n = 20
# ruleid: python-groups-and-names-d, python-groups-and-names-f
f(n)
# ruleid: python-groups-and-names-g
def w_x(): pass
w = 1
