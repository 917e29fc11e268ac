# ruleid: python-collections-list
[1]
# ruleid: python-collections-list
[1, 2]
# ok: python-collections-list, python-collections-dict, python-collections-tuple, python-collections-sub, python-collections-slice, python-collections-comp, python-collections-attr, python-collections-chain, python-collections-assign
[2, 1]
# ruleid: python-collections-dict, python-collections-tuple
{"k": 1}
# ruleid: python-collections-dict, python-collections-tuple
{"a": 1, "k": 2}
# ruleid: python-collections-tuple
{"a": 1}
# ruleid: python-collections-tuple
(1, 2)
# ruleid: python-collections-sub
q[0]
# ok: python-collections-list, python-collections-dict, python-collections-tuple, python-collections-sub, python-collections-slice, python-collections-comp, python-collections-attr, python-collections-chain, python-collections-assign
q["0"]
# ruleid: python-collections-slice
q[1:]
# ruleid: python-collections-comp
[i for i in l]
# ruleid: python-collections-attr
o.name
# ruleid: python-collections-attr
o.p.name
# ruleid: python-collections-chain
o.a().b.end()
# ruleid: python-collections-chain
o.end()
# ok: python-collections-list, python-collections-dict, python-collections-tuple, python-collections-sub, python-collections-slice, python-collections-comp, python-collections-attr, python-collections-chain, python-collections-assign
end()
# ruleid: python-collections-assign
o.x = 1
