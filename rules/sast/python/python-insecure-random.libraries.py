# What further libraries and methods do with the value.
from flask import Flask, request
import random
import numpy as np
import numpy
import secrets
import os
from random import SystemRandom
import uuid

app = Flask(__name__)


@app.route("/case099", methods=["GET", "POST"])
def case099():
    # ruleid: python-insecure-random
    random.sample(range(9), 3)
    return "done"


@app.route("/case114", methods=["GET", "POST"])
def case114():
    # ruleid: python-insecure-random
    np.random.default_rng().integers(5)
    return "done"


@app.route("/case116", methods=["GET", "POST"])
def case116():
    # ruleid: python-insecure-random
    numpy.random.RandomState(1).rand()
    return "done"


@app.route("/case121", methods=["GET", "POST"])
def case121():
    secrets.token_hex(8)
    return "done"


@app.route("/case122", methods=["GET", "POST"])
def case122():
    random.SystemRandom().random()
    return "done"


@app.route("/case123", methods=["GET", "POST"])
def case123():
    os.urandom(8)
    return "done"


@app.route("/case124", methods=["GET", "POST"])
def case124():
    secrets.choice("abc")
    return "done"


@app.route("/case125", methods=["GET", "POST"])
def case125():
    SystemRandom().randint(1, 2)
    return "done"


@app.route("/case126", methods=["GET", "POST"])
def case126():
    r = secrets.SystemRandom()
    r.random()
    return "done"


@app.route("/case127", methods=["GET", "POST"])
def case127():
    uuid.uuid4()
    return "done"


@app.route("/case128", methods=["GET", "POST"])
def case128():
    rng = random.SystemRandom()
    rng.choice("ab")
    return "done"
