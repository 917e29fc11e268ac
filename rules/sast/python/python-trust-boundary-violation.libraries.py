# What further libraries and methods do with the value.
from flask import Flask, request
from flask import session
import operator
from flask import g

app = Flask(__name__)


@app.route("/case574", methods=["GET", "POST"])
def case574():
    given = request.args.get("given", "")
    # ruleid: python-trust-boundary-violation
    session.setdefault(given, "1")
    return "done"


@app.route("/case576", methods=["GET", "POST"])
def case576():
    given = request.args.get("given", "")
    # ruleid: python-trust-boundary-violation
    session.__setitem__(given, "a")
    return "done"


@app.route("/case577", methods=["GET", "POST"])
def case577():
    given = request.args.get("given", "")
    # ruleid: python-trust-boundary-violation
    setattr(session, "a", given)
    return "done"


@app.route("/case583", methods=["GET", "POST"])
def case583():
    given = request.args.get("given", "")
    # ruleid: python-trust-boundary-violation
    session["a"] += given
    return "done"


@app.route("/case584", methods=["GET", "POST"])
def case584():
    given = request.args.get("given", "")
    # ruleid: python-trust-boundary-violation
    session |= {"a": given}
    return "done"


@app.route("/case585", methods=["GET", "POST"])
def case585():
    given = request.args.get("given", "")
    d = session
    # ruleid: python-trust-boundary-violation
    d["a"] = given
    return "done"


@app.route("/case591", methods=["GET", "POST"])
def case591():
    given = request.args.get("given", "")
    # ruleid: python-trust-boundary-violation
    operator.setitem(session, "a", given)
    return "done"


@app.route("/case614", methods=["GET", "POST"])
def case614():
    given = request.args.get("given", "")
    session["a"] = int(given)
    return "done"


@app.route("/case615", methods=["GET", "POST"])
def case615():
    given = request.args.get("given", "")
    session["a"] = len(given)
    return "done"


@app.route("/case616", methods=["GET", "POST"])
def case616():
    given = request.args.get("given", "")
    session["a"] = given == "b"
    return "done"


@app.route("/case617", methods=["GET", "POST"])
def case617():
    given = request.args.get("given", "")
    g.a = given
    return "done"
