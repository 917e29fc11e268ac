import jwt
from jose import jwt as jose_jwt

OPTIONS = {"verify_signature": False}


def bad(token, key):
    # ruleid: python-jwt-verification-disabled
    first = jwt.decode(token, options={"verify_signature": False})
    # ruleid: python-jwt-verification-disabled
    second = jwt.decode(token, key, verify=False)
    # ruleid: python-jwt-verification-disabled
    third = jwt.decode(token, key, algorithms=["HS256", "none"])
    # ruleid: python-jwt-verification-disabled
    fourth = jwt.encode({"a": 1}, None, algorithm="none")
    # ruleid: python-jwt-verification-disabled
    fifth = jose_jwt.get_unverified_claims(token)
    return first, second, third, fourth, fifth


def good(token, key):
    # ok: python-jwt-verification-disabled
    first = jwt.decode(token, key, algorithms=["HS256"])
    # ok: python-jwt-verification-disabled
    second = jwt.decode(token, key, algorithms=["RS256"], options={"verify_aud": False})
    # ok: python-jwt-verification-disabled
    third = jwt.encode({"a": 1}, key, algorithm="HS256")
    # ok: python-jwt-verification-disabled
    fourth = codec.decode(token, verify=False)
    return first, second, third, fourth
