import re

from flask import Flask, request

app = Flask(__name__)


@app.route("/find")
def find():
    wanted = request.args["q"]
    # ruleid: python-regex-injection
    hits = re.findall(wanted, TEXT)
    # ruleid: python-regex-injection
    pattern = re.compile("^" + wanted + "$", re.I)
    # ok: python-regex-injection
    escaped = re.search(re.escape(wanted), TEXT)
    # ok: python-regex-injection
    valid = re.match(r"^\w+$", wanted)
    # ok: python-regex-injection
    shown = re.sub(r"\s+", " ", request.args["text"])
    return str((hits, pattern, escaped, valid, shown))


def own(pattern):
    # ok: python-regex-injection
    return re.compile(pattern)
