import orchard as o
from meadow import Flower as F
import barn

def pick(a: o.Apple, b: F, c: barn.Hay, d: Apple):
    # ruleid: python-names-of-modules-whole
    a.take()
    # ruleid: python-names-of-modules-flower, python-names-of-modules-alias
    b.take()
    # ruleid: python-names-of-modules-hay
    c.take()
    # ruleid: python-names-of-modules-bare
    d.take()
    e: o.Apple = grow()
    # ruleid: python-names-of-modules-whole
    e.take()
