def mill(grain, wheel):
    # ruleid: python-ends-of-sequences-whole
    wheel.lock()
    for sack in grain:
        if sack.wet:
            # ok: python-ends-of-sequences-inside, python-ends-of-sequences-return, python-ends-of-sequences-whole
            wheel.unlock()
            # ruleid: python-ends-of-sequences-inside
            dry(sack)
        # ruleid: python-ends-of-sequences-inside
        weigh(sack)
    # ok: python-ends-of-sequences-inside, python-ends-of-sequences-return, python-ends-of-sequences-whole
    sweep()

def bake(oven):
    # ok: python-ends-of-sequences-inside, python-ends-of-sequences-return, python-ends-of-sequences-whole
    oven.heat()
    with oven.door() as door:
        if door.hot: return 1
        # ruleid: python-ends-of-sequences-return
        knock(door)
    # ok: python-ends-of-sequences-inside, python-ends-of-sequences-return, python-ends-of-sequences-whole
    rest(oven)
