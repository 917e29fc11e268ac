from flask import Flask, make_response

app = Flask(__name__)
# ruleid: python-cookie-httponly-disabled
app.config["SESSION_COOKIE_HTTPONLY"] = True
# ruleid: python-cookie-httponly-disabled
SESSION_COOKIE_HTTPONLY = True
# ok: python-cookie-httponly-disabled
REMEMBER_COOKIE_HTTPONLY = True
# ok: python-cookie-httponly-disabled
CSRF_COOKIE_HTTPONLY = False


@app.route("/")
def index():
    response = make_response("x")
    # ruleid: python-cookie-httponly-disabled
    response.set_cookie("session", "b", secure=True, httponly=True)
    # ok: python-cookie-httponly-disabled
    response.set_cookie("csrf_token", "b", secure=True, httponly=False)
    # ok: python-cookie-httponly-disabled
    response.set_cookie("session", "b", secure=True, httponly=True)
    return response
