# ruleid: python-regex-and-code
foo("a")
foo(a)
# ruleid: python-regex-and-code
x = foo('b')
foo("c",
 1)
