from django.http import HttpResponse
from flask import Flask, make_response, request

app = Flask(__name__)


@app.route("/login")
def login():
    response = make_response("ok")
    # ruleid: python-cookie-without-secure
    response.set_cookie("session", "abc")
    # ruleid: python-cookie-without-secure
    response.set_cookie("id", value=request.args["id"], httponly=True)
    # ruleid: python-cookie-without-secure
    response.set_cookie(
        key="remember",
        value="1",
        max_age=3600,
        samesite="Lax",
    )
    return response


def django_view(request):
    response = HttpResponse("ok")
    # ruleid: python-cookie-without-secure
    response.set_signed_cookie("token", "x", salt="s")
    # ok: python-cookie-without-secure
    response.set_cookie("token", "x", secure=True)
    return response


def good(response, options, https):
    # ok: python-cookie-without-secure
    response.set_cookie("a", "b", secure=True, httponly=True)
    # ok: python-cookie-without-secure
    response.set_cookie("a", "b", secure=https)
    # ok: python-cookie-without-secure
    response.set_cookie("a", "b", **options)
    # ok: python-cookie-without-secure
    response.set_cookie("a", "", expires=0)
    # ok: python-cookie-without-secure
    response.delete_cookie("a")
    return response


def by_hand(response, value):
    # ruleid: python-cookie-without-secure
    response.headers["Set-Cookie"] = "theme=dark; HttpOnly"
    # ruleid: python-cookie-without-secure
    response.headers.add("Set-Cookie", f"theme={value}; HttpOnly; SameSite=Lax")
    # ok: python-cookie-without-secure
    response.headers["Set-Cookie"] = "theme=dark; HttpOnly; Secure"
    # ok: python-cookie-without-secure
    response.headers["Set-Cookie"] = header
    # ok: python-cookie-without-secure
    response.headers["X-Theme"] = "theme=dark"
