import hashlib


def bad(password, user):
    # ruleid: python-fast-password-hash
    user.password = hashlib.sha256(password.encode("utf-8")).hexdigest()
    # ruleid: python-fast-password-hash
    user.other = hashlib.sha512((user.salt + password.encode())).digest()


def good(password, data):
    # ok: python-fast-password-hash
    first = hashlib.scrypt(password.encode(), salt=b"x", n=16384, r=8, p=1)
    # ok: python-fast-password-hash
    second = hashlib.sha256(data).hexdigest()
    # ok: python-fast-password-hash
    third = hashlib.pbkdf2_hmac("sha256", password.encode(), b"salt", 600000)
    return first, second, third
