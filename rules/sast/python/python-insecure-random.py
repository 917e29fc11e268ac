import random
import secrets
import string
from random import choice

from flask import make_response, session


def new_password():
    # ruleid: python-insecure-random
    return "".join(choice(string.ascii_letters) for _ in range(12))


def reset(user):
    # ruleid: python-insecure-random
    user.reset_token = "%032x" % random.getrandbits(128)
    # ruleid: python-insecure-random
    otp = random.randint(100000, 999999)
    # ruleid: python-insecure-random
    session["key"] = str(random.random())
    # ruleid: python-insecure-random
    user.update(api_key=random.choices(string.hexdigits, k=32))
    response = make_response("ok")
    # ruleid: python-insecure-random
    response.set_cookie("id", str(random.randrange(10**9)))
    return otp, response


def generate_session_id():
    alphabet = string.ascii_letters
    out = []
    while len(out) < 20:
        # ruleid: python-insecure-random
        out.append(random.choice(alphabet))
    return "".join(out)


@app.route("/visit")
def visit():
    # ruleid: python-insecure-random
    value = str(random.normalvariate(0, 1))[2:]
    # ok: python-insecure-random
    quote = random.choice(QUOTES)
    # ok: python-insecure-random
    safe = random.SystemRandom().randint(0, 2**32)
    return make_response(value + quote + str(safe))


def shuffle_cards(deck):
    # ok: python-insecure-random
    position = random.randint(0, len(deck))
    # ok: python-insecure-random
    colour = random.choice(["red", "blue"])
    # ok: python-insecure-random
    delay = 2 + random.random()
    return position, colour, delay


def good_token():
    # ok: python-insecure-random
    token = secrets.token_hex(16)
    # ok: python-insecure-random
    rng_token = random.SystemRandom().randint(0, 10)
    # ok: python-insecure-random
    other_token = dice.random.choice("ab")
    return token, rng_token, other_token


@app.route("/code")
def code():
    # ruleid: python-insecure-random
    first = "".join(random.choices(string.ascii_letters + string.digits, k=8))
    # ruleid: python-insecure-random
    second = random.choice("0123456789")
    # ruleid: python-insecure-random
    third = random.Random().random()
    # ok: python-insecure-random
    fourth = random.choice(GREETINGS)
    return first + second + str(third) + fourth


def refresh_token():
    # ok: python-insecure-random
    time.sleep(2 + random.randint(1, 10))


def salt_minion():
    # ok: python-insecure-random
    return random.randint(1, 10)
