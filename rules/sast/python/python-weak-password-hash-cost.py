import hashlib

import bcrypt

ROUNDS = 1000


def store(password, salt):
    # ruleid: python-weak-password-hash-cost
    a = hashlib.pbkdf2_hmac("sha256", password, salt, 1000)
    # ruleid: python-weak-password-hash-cost
    b = hashlib.pbkdf2_hmac("sha256", password, salt, ROUNDS)
    # ruleid: python-weak-password-hash-cost
    c = bcrypt.hashpw(password, bcrypt.gensalt(4))
    # ruleid: python-weak-password-hash-cost
    d = bcrypt.gensalt(rounds=6)
    # ruleid: python-weak-password-hash-cost
    e = hashlib.scrypt(password, salt=salt, n=1024, r=8, p=1)
    # ok: python-weak-password-hash-cost
    f = hashlib.pbkdf2_hmac("sha256", password, salt, 600_000)
    # ok: python-weak-password-hash-cost
    g = bcrypt.gensalt()
    # ok: python-weak-password-hash-cost
    h = bcrypt.gensalt(12)
    # ok: python-weak-password-hash-cost
    i = hashlib.scrypt(password, salt=salt, n=16384, r=8, p=1)
    return a, b, c, d, e, f, g, h, i
