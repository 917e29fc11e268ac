async def f():
    # ruleid: python-asynchronous-with, python-asynchronous-awith
    async with a as b:
        pass
    # ruleid: python-asynchronous-with
    with a as b:
        pass
    # ruleid: python-asynchronous-for, python-asynchronous-afor
    async for x in y:
        pass
    # ruleid: python-asynchronous-for
    for x in y:
        pass
    # ruleid: python-asynchronous-comprehension
    z = [x for x in y]
