# ruleid: python-prefixes-any
foo("abc")
# ruleid: python-prefixes-any, python-prefixes-bytes, python-prefixes-lone
foo(b"abc")
# ruleid: python-prefixes-any, python-prefixes-raw
foo(r"abc")
# ruleid: python-prefixes-any
foo(u"abc")
# ruleid: python-prefixes-any
foo(B"abc")
