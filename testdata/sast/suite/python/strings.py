x = "ab"
# ruleid: python-strings-any, python-strings-content, python-strings-re, python-strings-exact
h("ab")
# ruleid: python-strings-any, python-strings-content, python-strings-re, python-strings-exact
h('ab')
# ruleid: python-strings-any, python-strings-empty, python-strings-content
h("")
# ruleid: python-strings-any, python-strings-content, python-strings-re, python-strings-exact
h(x)
# ruleid: python-strings-any, python-strings-content, python-strings-re, python-strings-exact
h("a" + "b")
# ruleid: python-strings-fstring
h(f"a{y}")
# ok: python-strings-any, python-strings-empty, python-strings-content, python-strings-re, python-strings-fstring, python-strings-exact
h(y)
# ruleid: python-strings-any, python-strings-content, python-strings-re, python-strings-exact
h(b"ab")
# ruleid: python-strings-any, python-strings-content, python-strings-re, python-strings-exact
h("""ab""")
# ruleid: python-strings-any, python-strings-content
h("xa")
