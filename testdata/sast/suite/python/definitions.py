# ruleid: python-definitions-any
def a():
    pass
# ruleid: python-definitions-any, python-definitions-deco
@d
def b():
    pass
# ruleid: python-definitions-any, python-definitions-deco
@x
# ok: python-definitions-any, python-definitions-deco, python-definitions-default, python-definitions-cls, python-definitions-meth, python-definitions-async
@d
def e():
    pass
# ruleid: python-definitions-any
@d(1)
def e2():
    pass
# ruleid: python-definitions-any, python-definitions-default
def g(x, y=[]):
    pass
# ruleid: python-definitions-any, python-definitions-async
async def h():
    pass
# ruleid: python-definitions-cls
class A(Base):
    pass
# ok: python-definitions-any, python-definitions-deco, python-definitions-default, python-definitions-cls, python-definitions-meth, python-definitions-async
class B(Other, Base):
    pass
# ruleid: python-definitions-meth
class D:
    x = 1
    # ruleid: python-definitions-any
    def m(self):
        pass
