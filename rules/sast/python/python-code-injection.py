import ast
import json
import operator

from django.http import HttpResponse
from flask import Flask, request

app = Flask(__name__)
OPERATORS = {"+": operator.add, "-": operator.sub}


@app.route("/calc")
def calc():
    expression = request.args.get("e", "0")
    # ruleid: python-code-injection
    return str(eval(expression))


@app.route("/run", methods=["POST"])
def run():
    source = request.get_data(as_text=True)
    if len(source) > 1000:
        return "too long"
    lines = source.splitlines()
    # ruleid: python-code-injection
    code = compile("\n".join(lines), "<remote>", "exec")
    # ruleid: python-code-injection
    exec(code, {"__builtins__": {}})
    return "done"


def view(request):
    name = request.POST["func"]
    # ruleid: python-code-injection
    result = eval("handlers." + name + "()")
    # ruleid: python-code-injection
    exec(f"value = {request.GET['value']}")
    return HttpResponse(result)


@app.post("/rule")
def rule():
    data = request.json
    for entry in data["rules"]:
        # ruleid: python-code-injection
        if eval(entry["condition"]):
            return "matched"
    return "none"


@app.route("/safe")
def safe():
    text = request.args["e"]
    # ok: python-code-injection
    value = ast.literal_eval(text)
    # ok: python-code-injection
    number = eval("1 + 1")
    # ok: python-code-injection
    other = json.loads(text)
    # ok: python-code-injection
    done = OPERATORS[request.args["op"]](1, 2)
    # ok: python-code-injection
    model.eval(text)
    return str((value, number, other, done))


@app.route("/safe/number")
def safe_number():
    n = float(request.args["n"])
    # ok: python-code-injection
    return str(eval("n * 2 + " + str(n)))


@app.route("/safe/list")
def safe_list():
    name = request.args["name"]
    if name in ("start", "stop"):
        # ok: python-code-injection
        eval(name + "()")
    return "ok"


# Across functions of the file.


def evaluate(text):
    # ruleid: python-code-injection
    return eval(text)


@app.route("/through")
def through():
    return str(evaluate(request.args["x"]))
