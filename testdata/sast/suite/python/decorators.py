# ruleid: python-decorators
@csrf_exempt
def a(x): pass
# ruleid: python-decorators
@login
@csrf_exempt
def b(x):
    return 1
# ruleid: python-decorators
@csrf_exempt()
def c(): pass
@x.csrf_exempt
def d(): pass
class A:
    # ruleid: python-decorators
    @csrf_exempt
    async def e(self): pass
@csrf_exempt
class Q: pass
from a.b import csrf_exempt
# ruleid: python-decorators
@csrf_exempt
def g(): pass
