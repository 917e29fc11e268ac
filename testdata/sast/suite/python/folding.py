# ruleid: python-folding
g(1 + 2)
# ruleid: python-folding
g(4 - 1)
# ruleid: python-folding
g(1 * 3)
g(6 / 2)
# ruleid: python-folding
g(6 // 2)
# ruleid: python-folding
g(2 ** 1 + 1)
g(3.0)
# ruleid: python-folding
h("a" + "b")
# ruleid: python-folding
h("a" "b")
h("%s%s" % ("a", "b"))
h("{}b".format("a"))
# ruleid: python-folding
h(f"a{'b'}")
h("".join(["a", "b"]))
i("a %s" % x)
i("a %s" % "b")
i("a {}".format(x))
i("a {}".format("b"))
# ruleid: python-folding
i("a" * 3)
i("a" + str(1))
i("a".upper())
# ruleid: python-folding
i(f"{1}")
# ruleid: python-folding
i(b"a")
# ruleid: python-folding
i(u"a")
i("a" + 1)
# ruleid: python-folding
i(("a"))
# ruleid: python-folding
i("a" if x else "b")
i("a" or x)
i("a" + "b" + x)
i(("a", ))
# ruleid: python-folding
j(not False)
# ruleid: python-folding
j(1 == 1)
