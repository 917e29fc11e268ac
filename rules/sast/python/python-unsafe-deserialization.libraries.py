# What further libraries and methods do with the value.
from flask import Flask, request
import hmac
import pickle5
import dill
import io
import cloudpickle
import marshal
import jsonpickle.unpickler
import json
import yaml
import ruamel.yaml
import pandas as pd
import numpy
import keras
import tensorflow as tf
import kombu.serialization
from django.core.signing import loads
import srsly
from multiprocessing.reduction import ForkingPickler
import multiprocessing.connection as m
import pickle
import numpy as np
import compress_pickle
import hickle
from ruamel.yaml import YAML
import torch

app = Flask(__name__)


@app.route("/case290", methods=["GET", "POST"])
def case290():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    pickle5.loads(given)
    return "done"


@app.route("/case292", methods=["GET", "POST"])
def case292():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    dill.Unpickler(io.BytesIO(given.encode())).load()
    return "done"


@app.route("/case294", methods=["GET", "POST"])
def case294():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    cloudpickle.load(io.BytesIO(given.encode()))
    return "done"


@app.route("/case299", methods=["GET", "POST"])
def case299():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    marshal.load(io.BytesIO(given.encode()))
    return "done"


@app.route("/case301", methods=["GET", "POST"])
def case301():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    jsonpickle.unpickler.decode(given)
    return "done"


@app.route("/case302", methods=["GET", "POST"])
def case302():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    jsonpickle.unpickler.Unpickler().restore(json.loads(given))
    return "done"


@app.route("/case311", methods=["GET", "POST"])
def case311():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    yaml.Loader(given).get_single_data()
    return "done"


@app.route("/case312", methods=["GET", "POST"])
def case312():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    ldr = yaml.UnsafeLoader(given)
    ldr.get_data()
    return "done"


@app.route("/case319", methods=["GET", "POST"])
def case319():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    ruamel.yaml.load(given, Loader=ruamel.yaml.Loader)
    return "done"


@app.route("/case320", methods=["GET", "POST"])
def case320():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    ruamel.yaml.unsafe_load(given)
    return "done"


@app.route("/case321", methods=["GET", "POST"])
def case321():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    ruamel.yaml.load(given, ruamel.yaml.UnsafeLoader)
    return "done"


@app.route("/case323", methods=["GET", "POST"])
def case323():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    pd.read_hdf("/tmp/" + given)
    return "done"


@app.route("/case325", methods=["GET", "POST"])
def case325():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    numpy.load(io.BytesIO(given.encode()), None, True)
    return "done"


@app.route("/case328", methods=["GET", "POST"])
def case328():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    keras.models.load_model("/tmp/" + given)
    return "done"


@app.route("/case329", methods=["GET", "POST"])
def case329():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    tf.keras.models.load_model("/tmp/" + given)
    return "done"


@app.route("/case332", methods=["GET", "POST"])
def case332():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    kombu.serialization.loads(given, "application/x-python-serialize", "binary")
    return "done"


@app.route("/case333", methods=["GET", "POST"])
def case333():
    given = request.args.get("given", "")
    from django.contrib.sessions.serializers import PickleSerializer
    # ruleid: python-unsafe-deserialization
    PickleSerializer().loads(given)
    return "done"


@app.route("/case335", methods=["GET", "POST"])
def case335():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    srsly.pickle_loads(given)
    return "done"


@app.route("/case336", methods=["GET", "POST"])
def case336():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    ForkingPickler.loads(given)
    return "done"


@app.route("/case337", methods=["GET", "POST"])
def case337():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    pickle._loads(given)
    return "done"


@app.route("/case339", methods=["GET", "POST"])
def case339():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    np.lib.format.read_array(io.BytesIO(given.encode()), allow_pickle=True)
    return "done"


@app.route("/case340", methods=["GET", "POST"])
def case340():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    compress_pickle.loads(given)
    return "done"


@app.route("/case341", methods=["GET", "POST"])
def case341():
    given = request.args.get("given", "")
    # ruleid: python-unsafe-deserialization
    hickle.load("/tmp/" + given)
    return "done"


@app.route("/case343", methods=["GET", "POST"])
def case343():
    given = request.args.get("given", "")
    yaml.safe_load(given)
    return "done"


@app.route("/case344", methods=["GET", "POST"])
def case344():
    given = request.args.get("given", "")
    yaml.load(given, Loader=yaml.SafeLoader)
    return "done"


@app.route("/case345", methods=["GET", "POST"])
def case345():
    given = request.args.get("given", "")
    yaml.load(given, Loader=yaml.CSafeLoader)
    return "done"


@app.route("/case346", methods=["GET", "POST"])
def case346():
    given = request.args.get("given", "")
    yaml.load(given, Loader=yaml.BaseLoader)
    return "done"


@app.route("/case347", methods=["GET", "POST"])
def case347():
    given = request.args.get("given", "")
    json.loads(given)
    return "done"


@app.route("/case348", methods=["GET", "POST"])
def case348():
    given = request.args.get("given", "")
    YAML(typ="safe").load(given)
    return "done"


@app.route("/case349", methods=["GET", "POST"])
def case349():
    given = request.args.get("given", "")
    np.load(io.BytesIO(given.encode()))
    return "done"


@app.route("/case350", methods=["GET", "POST"])
def case350():
    given = request.args.get("given", "")
    torch.load(io.BytesIO(given.encode()), weights_only=True)
    return "done"


@app.route("/signed", methods=["GET", "POST"])
def signed():
    data = request.get_data()
    if not hmac.compare_digest(hmac.new(b"k", data, "sha256").hexdigest(), request.headers.get("signature", "")):
        return "no"
    # ok: python-unsafe-deserialization
    return str(pickle.loads(data))


@app.route("/own-bytes", methods=["GET", "POST"])
def own_bytes():
    # ok: python-unsafe-deserialization
    return str(pickle.loads(pickle.dumps({"a": request.args.get("given", "")})))
