def a():
    # ruleid: python-scopes
    x = open(1)
    x.close()
    # ruleid: python-scopes
    y = 1
    def b():
        y.close()
    def c():
        # ruleid: python-scopes
        y = 2
        y.close()
