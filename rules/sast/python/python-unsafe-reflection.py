import importlib

from django.http import HttpResponse
from flask import Flask, request

app = Flask(__name__)
HANDLERS = {"csv": "csv", "json": "json"}


@app.route("/export")
def export():
    # ruleid: python-unsafe-reflection
    module = importlib.import_module("exporters." + request.args["format"])
    # ruleid: python-unsafe-reflection
    result = getattr(module, request.args["action"])()
    # ruleid: python-unsafe-reflection
    handler = globals()[request.form["handler"]]
    return str((result, handler))


def update(request):
    for key, value in request.POST.items():
        # ruleid: python-unsafe-reflection
        setattr(user, key, value)
    return HttpResponse("ok")


@app.route("/safe")
def safe():
    # ok: python-unsafe-reflection
    module = importlib.import_module(HANDLERS[request.args["format"]])
    name = request.args["name"]
    if name not in ("start", "stop"):
        return "no", 400
    # ok: python-unsafe-reflection
    getattr(module, name)()
    # ok: python-unsafe-reflection
    setattr(user, "name", request.args["name"])
    return "ok"


def own(name):
    # ok: python-unsafe-reflection
    return importlib.import_module(name)
