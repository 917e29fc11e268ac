from django.contrib.auth import authenticate
from django.http import HttpResponse
from flask import Flask, request, session

app = Flask(__name__)
THEMES = ("dark", "light")


@app.route("/remember", methods=["POST"])
def remember():
    # ruleid: python-trust-boundary-violation
    session["user_id"] = request.form["user_id"]
    role = request.cookies.get("role", "guest")
    # ruleid: python-trust-boundary-violation
    session["role"] = role
    # ruleid: python-trust-boundary-violation
    session[request.args["key"]] = "1"
    # ruleid: python-trust-boundary-violation
    session.update({"name": request.form["name"]})
    # ruleid: python-trust-boundary-violation
    session.setdefault("lang", request.headers.get("Accept-Language"))
    return "ok"


def view(request):
    # ruleid: python-trust-boundary-violation
    request.session["is_admin"] = request.GET.get("admin")
    return HttpResponse("ok")


@app.route("/safe", methods=["POST"])
def safe():
    # ok: python-trust-boundary-violation
    session["page"] = int(request.args["page"])
    theme = request.args["theme"]
    if theme in THEMES:
        # ok: python-trust-boundary-violation
        session["theme"] = theme
    # ok: python-trust-boundary-violation
    session["seen"] = True
    user = authenticate(username=request.form["u"], password=request.form["p"])
    # ok: python-trust-boundary-violation
    session["user_id"] = user.id
    cache = {}
    # ok: python-trust-boundary-violation
    cache["x"] = request.args["x"]
    return "ok"


@app.route("/parts")
def parts():
    import flask

    # ruleid: python-trust-boundary-violation
    flask.session.setdefault("items", []).append(request.form["item"])
    # ruleid: python-trust-boundary-violation
    flask.session["user"]["name"] = request.form["name"]
    # ruleid: python-trust-boundary-violation
    flask.session.__setitem__("k", request.form["k"])
    # ok: python-trust-boundary-violation
    flask.session.setdefault("items", []).append(len(request.form))


@app.route("/renamed")
def renamed():
    from flask import session as kept

    # ruleid: python-trust-boundary-violation
    kept["name"] = request.form["name"]
    # ruleid: python-trust-boundary-violation
    kept[request.form["name"]] = 1
    # ok: python-trust-boundary-violation
    kept["seen"] = True
