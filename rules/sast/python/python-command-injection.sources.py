# What further libraries and methods do with the value.
from flask import Flask, request
import os
import flask as f

app = Flask(__name__)


@app.route("/case037", methods=["GET", "POST"])
def case037():
    # ruleid: python-command-injection
    os.system(request.mimetype)
    return "done"


@app.route("/case038", methods=["GET", "POST"])
def case038():
    # ruleid: python-command-injection
    os.system(request.content_type)
    return "done"


@app.route("/case039", methods=["GET", "POST"])
def case039():
    # ruleid: python-command-injection
    os.system(request.origin)
    return "done"


@app.route("/case044", methods=["GET", "POST"])
def case044():
    # ruleid: python-command-injection
    os.system(request.accept_languages[0][0])
    return "done"


@app.route("/case045", methods=["GET", "POST"])
def case045():
    # ruleid: python-command-injection
    os.system(str(request.accept_mimetypes))
    return "done"


@app.route("/case052", methods=["GET", "POST"])
def case052():
    # ruleid: python-command-injection
    os.system(f.request.args["a"])
    return "done"


@app.route("/case053", methods=["GET", "POST"])
def case053():
    r = request
    # ruleid: python-command-injection
    os.system(r.args["a"])
    return "done"
