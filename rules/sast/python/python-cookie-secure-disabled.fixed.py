from flask import Flask, make_response

app = Flask(__name__)
# ruleid: python-cookie-secure-disabled
app.config["SESSION_COOKIE_SECURE"] = True
# ruleid: python-cookie-secure-disabled
app.config.update(SESSION_COOKIE_SECURE=True, TESTING=False)
# ruleid: python-cookie-secure-disabled
CSRF_COOKIE_SECURE = True
# ok: python-cookie-secure-disabled
SESSION_COOKIE_SECURE = True
# ok: python-cookie-secure-disabled
app.config["REMEMBER_COOKIE_SECURE"] = True


class Config:
    # ruleid: python-cookie-secure-disabled
    REMEMBER_COOKIE_SECURE = True


@app.route("/")
def index():
    response = make_response("x")
    # ruleid: python-cookie-secure-disabled
    response.set_cookie("a", "b", secure=True)
    flag = False
    # ruleid: python-cookie-secure-disabled
    response.set_cookie("a", "b", 3600, secure=flag, httponly=True)
    # ok: python-cookie-secure-disabled
    response.set_cookie("a", "b", secure=True)
    # ok: python-cookie-secure-disabled
    response.open(secure=False)
    return response


def by_options(response, value):
    options = {"httponly": True, "secure": False}
    # ruleid: python-cookie-secure-disabled
    response.set_cookie("a", value, **options)
    other = {"httponly": True, "secure": False}
    other["secure"] = True
    # ok: python-cookie-secure-disabled
    response.set_cookie("a", value, **other)
