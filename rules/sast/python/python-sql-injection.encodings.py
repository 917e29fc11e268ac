import base64
import binascii
import sqlite3

from flask import Flask, request

app = Flask(__name__)
con = sqlite3.connect("app.db")


@app.route("/hex")
def as_hex():
    name = request.args["name"]
    text = name.encode().hex()
    # ok: python-sql-injection
    con.execute("SELECT * FROM t WHERE k = '" + text + "'")
    # ok: python-sql-injection
    con.execute("SELECT * FROM t WHERE k = '" + binascii.hexlify(name.encode()).decode() + "'")
    # ruleid: python-sql-injection
    con.execute("SELECT * FROM t WHERE k = '" + bytes.fromhex(text).decode() + "'")


@app.route("/base64")
def as_base64():
    name = request.args["name"]
    text = base64.b64encode(name.encode()).decode()
    # ok: python-sql-injection
    con.execute(f"SELECT * FROM t WHERE k = '{text}'")
    # ruleid: python-sql-injection
    con.execute(f"SELECT * FROM t WHERE k = '{text}{name}'")
    # ruleid: python-sql-injection
    con.execute(f"SELECT * FROM t WHERE k = '{base64.b64decode(text).decode()}'")


@app.route("/given")
def given():
    name = base64.urlsafe_b64decode(request.args["name"]).decode()
    # ruleid: python-sql-injection
    con.execute(f"SELECT * FROM t WHERE k = '{name}'")


def wrap(value):
    return {"text": base64.b64encode(value.encode()).decode()}


def unwrap(value):
    return base64.b64decode(value["text"]).decode()


@app.route("/helpers")
def helpers():
    wrapped = wrap(request.args["name"])
    # ok: python-sql-injection
    con.execute("SELECT * FROM t WHERE k = '" + wrapped["text"] + "'")
    # ruleid: python-sql-injection
    con.execute("SELECT * FROM t WHERE k = '" + unwrap(wrapped) + "'")
