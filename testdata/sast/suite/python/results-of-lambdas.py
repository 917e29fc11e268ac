import shop
# ruleid: python-results-of-lambdas-result
price = lambda door: door.price + 1
# ruleid: python-results-of-lambdas-result, python-results-of-lambdas-form
shop.sort(key=lambda door: knock(door))
def made():
    # ok: python-results-of-lambdas-later
    door = shop.door()
    # ruleid: python-results-of-lambdas-result
    shop.each(lambda: close(door))
# ruleid: python-results-of-lambdas-text
title = f"a door of {price} and {wide:>10}"
# ruleid: python-results-of-lambdas-text
title = f"{price}"
# ok: python-results-of-lambdas-text
title = f"{wide!r}"
# ok: python-results-of-lambdas-text
title = f"{wide:>10} doors"
