import pkg.mod as pm
from pkg.mod import run as go
from pkg import mod
# ruleid: imports
pm.run(1)
# ruleid: imports
go()
# ruleid: imports
mod.run(2)
# ok: imports
run(3)
