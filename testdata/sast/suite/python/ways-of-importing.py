# ruleid: python-ways-of-importing-rest, python-ways-of-importing-from
import shop.doors
# ruleid: python-ways-of-importing-rest, python-ways-of-importing-from
import shop.doors.front
# ruleid: python-ways-of-importing-rest, python-ways-of-importing-from
from shop import windows
# ruleid: python-ways-of-importing-rest, python-ways-of-importing-from
from shop.doors import back
# ok: python-ways-of-importing-rest, python-ways-of-importing-from
from shops import doors
# ok: python-ways-of-importing-rest, python-ways-of-importing-from
from .shop import doors
# ok: python-ways-of-importing-rest, python-ways-of-importing-from
import shop

# ruleid: python-ways-of-importing-any
try:
    knock()
except:
    leave()
# ruleid: python-ways-of-importing-any
try:
    knock()
except Closed:
    leave()
# ruleid: python-ways-of-importing-any
try:
    knock()
except (Closed, Empty) as reason:
    leave(reason)
