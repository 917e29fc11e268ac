import os

import jwt

KEY = "correct" + "horse"


def bad(claims, token):
    # ruleid: python-hardcoded-jwt-key
    first = jwt.encode(claims, "my signing key", algorithm="HS256")
    # ruleid: python-hardcoded-jwt-key
    second = jwt.decode(token, key=KEY, algorithms=["HS256"])
    return first, second


def good(claims, token, settings):
    # ok: python-hardcoded-jwt-key
    first = jwt.encode(claims, os.environ["JWT_KEY"], algorithm="HS256")
    # ok: python-hardcoded-jwt-key
    second = jwt.decode(token, settings.key, algorithms=["HS256"])
    # ok: python-hardcoded-jwt-key
    third = jwt.decode(token, "", options={"verify_exp": True})
    return first, second, third
