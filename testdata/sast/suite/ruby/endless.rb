# ruleid: ruby-endless-any
a = (42..)
# ruleid: ruby-endless-any
b = (42..44)
# ok: ruby-endless-any
c = 42
