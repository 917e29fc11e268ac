import re

from flask import request


def name():
    # ruleid: python-insecure-regex-on-request
    return re.match(r"^(\w+\s?)*$", request.args["name"])


def mail():
    text = request.form.get("mail")
    # ruleid: python-insecure-regex-on-request
    if re.fullmatch(r"([a-z0-9]+)+@example\.org", text):
        return "ok"
    # ruleid: python-insecure-regex-on-request
    return re.sub(r"(.*)*x", "", text)


def words():
    # ruleid: python-insecure-regex-on-request
    return re.findall("(?:a+)+b", request.get_json()["text"])


def linear():
    # ok: python-insecure-regex-on-request
    return re.match(r"^\w+$", request.args["name"])


def constant():
    # ok: python-insecure-regex-on-request
    return re.match(r"^(\w+\s?)*$", "constant")


def limited():
    text = request.args["name"]
    if len(text) > 100:
        raise ValueError
    # ok: python-insecure-regex-on-request
    return re.match(r"^(\w+\s?)*$", text)


def cut():
    # ok: python-insecure-regex-on-request
    return re.match(r"^(\w+\s?)*$", request.args["name"][:20])
