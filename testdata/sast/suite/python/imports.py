# ruleid: python-imports-mod
import subprocess
# ruleid: python-imports-mod
import subprocess as sp
# ruleid: python-imports-mod
from subprocess import call
# ruleid: python-imports-frm
from os import path
# ruleid: python-imports-frm
from os import path as p, sep
from a.b import c as d
from a import b as e
# ruleid: python-imports-call
subprocess.call(1)
# ruleid: python-imports-call
sp.call(1)
# ruleid: python-imports-call
call(1)
# ruleid: python-imports-deep
d(1)
# ruleid: python-imports-deep
e.c(1)
# ok: python-imports-call, python-imports-mod, python-imports-frm, python-imports-deep
other.call(1)
