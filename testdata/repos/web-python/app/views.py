"""The HTTP side."""

import hashlib
import os
import pickle
import subprocess

import yaml
from flask import Flask, abort, jsonify, redirect, request

from . import db, settings

app = Flask(__name__)


@app.route("/invoice/<int:number>")
def invoice(number):
    row = db.invoice(number)
    if row is None:
        abort(404)
    return jsonify(row)


@app.route("/search")
def search():
    return jsonify(db.search(request.args["customer"], request.args.get("order", "number")))


@app.route("/export", methods=["POST"])
def export():
    name = request.form["name"]
    os.system("tar czf /srv/export/" + name + ".tgz /srv/invoices")
    return redirect("/exports")


@app.route("/print", methods=["POST"])
def print_invoice():
    # A list of arguments and no shell: the name cannot become a command.
    subprocess.run(["lp", "-d", "office", "--", request.form["file"]], check=True)
    return "", 204


@app.route("/restore", methods=["POST"])
def restore():
    state = pickle.loads(request.data)
    return jsonify(len(state))


@app.route("/layout", methods=["POST"])
def layout():
    return jsonify(yaml.safe_load(request.data))


def etag(body):
    return hashlib.md5(body, usedforsecurity=False).hexdigest()


def password_hash(password):
    return hashlib.md5(password.encode()).hexdigest()


if __name__ == "__main__":
    app.run(host="127.0.0.1", debug=True)
