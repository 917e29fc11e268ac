import html
import json
import urllib.parse

from flask import Flask, request
from markupsafe import Markup, escape

app = Flask(__name__)

ENTITIES = str.maketrans({"<": "&lt;", ">": "&gt;", "&": "&amp;"})
LETTERS = str.maketrans({"a": "b"})


@app.route("/escaped")
def escaped():
    # ok: python-reflected-xss
    return "<p>" + html.escape(request.args["n"])


@app.route("/unescaped-again")
def unescaped_again():
    text = html.escape(request.args["n"])
    # ruleid: python-reflected-xss
    return "<p>" + html.unescape(text)


@app.route("/quoted")
def quoted():
    # ok: python-reflected-xss
    return "<a href='/x?q=" + urllib.parse.quote(request.args["n"]) + "'>"


@app.route("/unquoted-again")
def unquoted_again():
    # ruleid: python-reflected-xss
    return "<p>" + urllib.parse.unquote(urllib.parse.quote(request.args["n"]))


@app.route("/json-and-back")
def json_and_back():
    text = json.loads(json.dumps([request.args["n"], "x"]))[0]
    # ruleid: python-reflected-xss
    return "<p>" + text


@app.route("/entities")
def entities():
    text = request.args["n"].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    # ok: python-reflected-xss
    return "<p>" + text


@app.route("/word-removed")
def word_removed():
    text = request.args["n"].replace("script", "")
    # ruleid: python-reflected-xss
    return "<p>" + text


@app.route("/table")
def table():
    # ok: python-reflected-xss
    return "<p>" + request.args["n"].translate(ENTITIES)


@app.route("/table-of-letters")
def table_of_letters():
    # ruleid: python-reflected-xss
    return "<p>" + request.args["n"].translate(LETTERS)


@app.route("/markup")
def markup():
    # ok: python-reflected-xss
    return Markup("<p>%s</p>") % request.args["n"]


@app.route("/markup-of-markup")
def markup_of_markup():
    # ruleid: python-reflected-xss
    return Markup("<p>%s</p>") % Markup(request.args["n"])


@app.route("/format")
def formatted():
    # ok: python-reflected-xss
    return f"<p>{escape(request.args['n'])}</p>"
