import requests
# ruleid: python-names-in-conditions-a, python-names-in-conditions-b, python-names-in-conditions-c, python-names-in-conditions-e
requests.get(1)
# ruleid: python-names-in-conditions-c, python-names-in-conditions-d
requests.post(1)
# ruleid: python-names-in-conditions-e
a.get(1)
# ruleid: python-names-in-conditions-f
f(shell=True)
f(get)
# ruleid: python-names-in-conditions-g
def get(shell): pass
# ruleid: python-names-in-conditions-h
def f(get, x): pass
