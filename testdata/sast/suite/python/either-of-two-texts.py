def name(size, other):
    kind = size > 3 and "big" or "small"
    # ruleid: python-either-of-two-texts-text
    show(kind)
    open_kind = size > 3 and other or "small"
    # ok: python-either-of-two-texts-text
    show(open_kind)
    half = size > 3 and "big" or other
    # ok: python-either-of-two-texts-text
    show(half)
    alone = size > 3 and "big"
    # ok: python-either-of-two-texts-text
    show(alone)
    plain = other or "none"
    # ok: python-either-of-two-texts-text
    show(plain)
