import base64
import io
import json
import pickle

import jsonpickle
import yaml
from django.http import HttpResponse
from flask import Flask, request

app = Flask(__name__)


@app.route("/state")
def state():
    raw = base64.b64decode(request.cookies["state"])
    # ruleid: python-unsafe-deserialization
    return str(pickle.loads(raw))


@app.route("/upload", methods=["POST"])
def upload():
    buffer = io.BytesIO(request.get_data())
    # ruleid: python-unsafe-deserialization
    first = pickle.Unpickler(buffer).load()
    # ruleid: python-unsafe-deserialization
    second = pickle.load(request.files["f"].stream)
    # ruleid: python-unsafe-deserialization
    third = yaml.load(request.data, Loader=yaml.Loader)
    # ruleid: python-unsafe-deserialization
    fourth = yaml.unsafe_load(request.form["doc"])
    return str((first, second, third, fourth))


def view(request):
    payload = request.POST.get("payload")
    if payload is None:
        return HttpResponse("empty")
    # ruleid: python-unsafe-deserialization
    return HttpResponse(jsonpickle.decode(payload))


@app.route("/safe", methods=["POST"])
def safe():
    # ok: python-unsafe-deserialization
    first = json.loads(request.data)
    # ok: python-unsafe-deserialization
    second = yaml.safe_load(request.data)
    # ok: python-unsafe-deserialization
    third = yaml.load(request.data, Loader=yaml.SafeLoader)
    # ok: python-unsafe-deserialization
    fourth = pickle.loads(signer.unsign(request.cookies["state"]))
    # ok: python-unsafe-deserialization
    fifth = pickle.dumps(request.data)
    return str((first, second, third, fourth, fifth))


def cached(path):
    with open(path, "rb") as handle:
        # ok: python-unsafe-deserialization
        return pickle.load(handle)


# Across functions of the file.


def decode(text):
    # ruleid: python-unsafe-deserialization
    return pickle.loads(base64.b64decode(text))


@app.route("/through")
def through():
    return str(decode(request.headers["X-State"]))


@app.route("/documents", methods=["POST"])
def documents():
    # ruleid: python-unsafe-deserialization
    first = list(yaml.load_all(request.data, Loader=yaml.CLoader))
    # ok: python-unsafe-deserialization
    second = list(yaml.load_all(request.data, Loader=yaml.CSafeLoader))
    return str(first + second)


@app.route("/ruamel")
def ruamel_loader():
    from ruamel.yaml import YAML

    text = request.form["text"]
    # ruleid: python-unsafe-deserialization
    YAML(typ="unsafe").load(text)
    loader = YAML(typ="unsafe", pure=True)
    # ruleid: python-unsafe-deserialization
    loader.load(text)
    # ok: python-unsafe-deserialization
    YAML(typ="safe").load(text)
    # ok: python-unsafe-deserialization
    YAML().load(text)
    return "done"
