# ruleid: python-asynchronous-and-imports-imp, python-asynchronous-and-imports-imp4
import a
# ruleid: python-asynchronous-and-imports-imp, python-asynchronous-and-imports-imp4
import a.b
# ruleid: python-asynchronous-and-imports-imp, python-asynchronous-and-imports-imp3, python-asynchronous-and-imports-imp4
import a as b
# ruleid: python-asynchronous-and-imports-imp, python-asynchronous-and-imports-imp4
from a import c
# ruleid: python-asynchronous-and-imports-imp, python-asynchronous-and-imports-imp4
from a import *
# ruleid: python-asynchronous-and-imports-imp, python-asynchronous-and-imports-imp4
from a.b import c as d
# ruleid: python-asynchronous-and-imports-imp
from . import x
# ruleid: python-asynchronous-and-imports-imp, python-asynchronous-and-imports-imp4
import a, q
# ruleid: python-asynchronous-and-imports-d
async def f1(): foo(1)
# ruleid: python-asynchronous-and-imports-d
def f2(): foo(1)
# ruleid: python-asynchronous-and-imports-b, python-asynchronous-and-imports-c, python-asynchronous-and-imports-d
@d(1)
async def f3(): foo(1)
# ruleid: python-asynchronous-and-imports-b, python-asynchronous-and-imports-c, python-asynchronous-and-imports-d
@d(1)
def f4(): foo(1)
# ruleid: python-asynchronous-and-imports-b, python-asynchronous-and-imports-c, python-asynchronous-and-imports-d
@x.d(1)
async def f5(): foo(1)
# ruleid: python-asynchronous-and-imports-b, python-asynchronous-and-imports-c, python-asynchronous-and-imports-d
@x.d(1)
def f6(): foo(1)
# ruleid: python-asynchronous-and-imports-inh3
class A: pass
# ruleid: python-asynchronous-and-imports-inh, python-asynchronous-and-imports-inh2, python-asynchronous-and-imports-inh3, python-asynchronous-and-imports-inh4
class B1(B): pass
# ruleid: python-asynchronous-and-imports-inh, python-asynchronous-and-imports-inh2, python-asynchronous-and-imports-inh3, python-asynchronous-and-imports-inh4
class C1(B, D): pass
# ruleid: python-asynchronous-and-imports-inh3
class E1(metaclass=M): pass
# ruleid: python-asynchronous-and-imports-inh, python-asynchronous-and-imports-inh2, python-asynchronous-and-imports-inh3, python-asynchronous-and-imports-inh4
class F1(B, metaclass=M): pass
# ruleid: python-asynchronous-and-imports-inh, python-asynchronous-and-imports-inh3, python-asynchronous-and-imports-inh4
class G1(a.B): pass
# ruleid: python-asynchronous-and-imports-inh, python-asynchronous-and-imports-inh3, python-asynchronous-and-imports-inh4
class H1(B[int]): pass
