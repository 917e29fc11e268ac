# ok: python-slices-and-generators-to, python-slices-and-generators-from, python-slices-and-generators-step, python-slices-and-generators-at, python-slices-and-generators-list, python-slices-and-generators-generator, python-slices-and-generators-any
rows = data[2:4]
# ruleid: python-slices-and-generators-to
rows = data[:4]
# ruleid: python-slices-and-generators-from
rows = data[2:]
# ruleid: python-slices-and-generators-step
rows = data[::2]
# ruleid: python-slices-and-generators-at
rows = data[1]
# ruleid: python-slices-and-generators-list, python-slices-and-generators-any
any(r for r in rows)
# ruleid: python-slices-and-generators-list, python-slices-and-generators-any
any([r for r in rows])
# ruleid: python-slices-and-generators-generator
both = (r for r in rows)
