import flask
from flask import request
from other import request as foreign


def view(self, other):
    # ruleid: names-asked-for
    a = request.args
    # ruleid: names-asked-for
    b = flask.request.form
    # ruleid: names-asked-for
    c = self.request.args
    # ruleid: names-asked-for
    e = request.args.get("form")
    # ok: names-asked-for
    f = foreign.args
    # ok: names-asked-for
    g = other.request.args
    # ok: names-asked-for
    h = request.arguments
    # ok: names-asked-for
    i = request.method
    # ok: names-asked-for
    j = requests.args
    return a, b, c, e, f, g, h, i, j
