import os, shlex
from flask import request
import flask

class Repo:
    def __init__(self, conn):
        self.conn = conn
        self.filters = {}

    def add(self, k, v):
        self.filters[k] = v

    def find(self, name):
        q = "select * from t where n = '%s'" % name
        # ruleid: flask
        return self.conn.execute(q)

    def find_safe(self, name):
        # ok: flask
        return self.conn.execute("select * from t where n = ?", (name,))

@app.route("/a")
def a():
    name = request.args.get("n", "")
    Repo(conn).find(name)
    Repo(conn).find_safe(name)
    cmd = "ls {}".format(name)
    # ruleid: flask
    os.system(cmd)
    # ok: flask
    os.system("ls " + shlex.quote(name))
    parts = [x.strip() for x in name.split(",")]
    # ruleid: flask
    os.system(" ".join(parts))
    d = dict(a=name, b="x")
    # ruleid: flask
    os.system(d["a"])
    # ok: flask
    os.system(d["b"])
    opts = {"cmd": "ls"}
    opts.update({"x": name})
    # ok: flask
    os.system(opts["cmd"])
    # ruleid: flask
    os.system(opts["x"])
    cmds = {"a": "ls", "b": "pwd"}
    # ok: flask
    os.system(cmds.get(name, "true"))
    with open(name) as f:
        # ruleid: flask
        os.system(f.read())
    def inner():
        # ruleid: flask
        os.system(name)
    inner()
    f2 = lambda z: "echo " + z
    # ruleid: flask
    os.system(f2(name))
    t = (name, "b")
    u, v = t
    # ruleid: flask
    os.system(u)
    # ok: flask
    os.system(v)
    s = ""
    for c in name:
        s += c
    # ruleid: flask
    os.system(s)
    if name not in ("a", "b"):
        return
    try:
        n = int(name)
    except ValueError:
        n = 0
    w = name if False else "const"
    # ok: flask
    os.system(w)
