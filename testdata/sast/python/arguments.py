# ruleid: arguments
call(1, key=2)
# ruleid: arguments
call(key=2, other=3)
# ok: arguments
call(1, 2)
