sacks: int
# ruleid: python-asked-for-values-typed
wet: int = 3


def weigh():
    yield
    # ruleid: python-asked-for-values-yield
    yield wet


def mark():
    try:
        weigh()
    except ValueError:
        raise
    # ruleid: python-asked-for-values-raise
    raise KeyError("rye")
