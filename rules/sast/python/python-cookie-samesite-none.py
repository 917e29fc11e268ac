from flask import make_response
from starlette.middleware.sessions import SessionMiddleware

# ruleid: python-cookie-samesite-none
SESSION_COOKIE_SAMESITE = "None"
# ok: python-cookie-samesite-none
CSRF_COOKIE_SAMESITE = "Strict"
# ruleid: python-cookie-samesite-none
app.config["SESSION_COOKIE_SAMESITE"] = "None"
# ruleid: python-cookie-samesite-none
app.config.update(SESSION_COOKIE_SAMESITE="None", SESSION_COOKIE_SECURE=True)
# ok: python-cookie-samesite-none
app.config["SESSION_COOKIE_SAMESITE"] = "Lax"


def answer(value, policy):
    response = make_response("ok")
    # ruleid: python-cookie-samesite-none
    response.set_cookie("session", value, secure=True, httponly=True, samesite="None")
    # ruleid: python-cookie-samesite-none
    response.set_signed_cookie("session", value, samesite="none")
    # ok: python-cookie-samesite-none
    response.set_cookie("session", value, secure=True, httponly=True, samesite="Lax")
    # ok: python-cookie-samesite-none
    response.set_cookie("session", value, secure=True, samesite=policy)
    # ok: python-cookie-samesite-none
    response.set_cookie("samesite", "None", secure=True)
    return response


# ruleid: python-cookie-samesite-none
web.add_middleware(SessionMiddleware, secret_key=KEY, same_site="none")
# ok: python-cookie-samesite-none
web.add_middleware(SessionMiddleware, secret_key=KEY, same_site="strict")
