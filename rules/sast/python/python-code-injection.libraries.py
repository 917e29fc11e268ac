# What further libraries and methods do with the value.
from flask import Flask, request
import code
import timeit
import cProfile
import pdb
import pandas as pd
import sympy
from sympy.parsing.sympy_parser import parse_expr
import runpy
import ast
import json

app = Flask(__name__)


@app.route("/case052", methods=["GET", "POST"])
def case052():
    given = request.args.get("given", "")
    # ruleid: python-code-injection
    code.InteractiveConsole().runsource(given)
    return "done"


@app.route("/case054", methods=["GET", "POST"])
def case054():
    given = request.args.get("given", "")
    # ruleid: python-code-injection
    timeit.Timer(given).timeit()
    return "done"


@app.route("/case055", methods=["GET", "POST"])
def case055():
    given = request.args.get("given", "")
    # ruleid: python-code-injection
    cProfile.run(given)
    return "done"


@app.route("/case056", methods=["GET", "POST"])
def case056():
    given = request.args.get("given", "")
    # ruleid: python-code-injection
    pdb.run(given)
    return "done"


@app.route("/case058", methods=["GET", "POST"])
def case058():
    given = request.args.get("given", "")
    # ruleid: python-code-injection
    pd.eval(given)
    return "done"


@app.route("/case059", methods=["GET", "POST"])
def case059():
    given = request.args.get("given", "")
    df = pd.DataFrame()
    # ruleid: python-code-injection
    df.eval(given)
    return "done"


@app.route("/case060", methods=["GET", "POST"])
def case060():
    given = request.args.get("given", "")
    df = pd.DataFrame()
    # ruleid: python-code-injection
    df.query(given)
    return "done"


@app.route("/case061", methods=["GET", "POST"])
def case061():
    given = request.args.get("given", "")
    # ruleid: python-code-injection
    sympy.sympify(given)
    return "done"


@app.route("/case062", methods=["GET", "POST"])
def case062():
    given = request.args.get("given", "")
    # ruleid: python-code-injection
    parse_expr(given)
    return "done"


@app.route("/case064", methods=["GET", "POST"])
def case064():
    given = request.args.get("given", "")
    # ruleid: python-code-injection
    runpy.run_path("/tmp/" + given)
    return "done"


@app.route("/case071", methods=["GET", "POST"])
def case071():
    given = request.args.get("given", "")
    ast.literal_eval(given)
    return "done"


@app.route("/case072", methods=["GET", "POST"])
def case072():
    given = request.args.get("given", "")
    json.loads(given)
    return "done"
