import html
import json

import flask

import tornado.web
from django.http import HttpResponse
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from flask import Flask, Response, jsonify, make_response, render_template, request
from markupsafe import Markup, escape

app = Flask(__name__)
GREETINGS = {"de": "Hallo", "en": "Hello"}


@app.route("/hello")
def hello():
    name = request.args.get("name", "you")
    # ruleid: python-reflected-xss
    return "<h1>Hello " + name + "</h1>"


@app.route("/hello/<name>")
def hello_path(name):
    # ruleid: python-reflected-xss
    return f"<p>{name}</p>"


@app.route("/list")
def listing():
    rows = []
    for item in request.args.getlist("item"):
        rows.append("<li>%s</li>" % item)
    page = "<ul>" + "".join(rows) + "</ul>"
    if not rows:
        # ruleid: python-reflected-xss
        return "<p>{}</p>".format(request.args["none"])
    # ruleid: python-reflected-xss
    return page, 200


@app.errorhandler(404)
def missing(error):
    # ruleid: python-reflected-xss
    return make_response("<p>No page %s</p>" % request.url, 404)


@app.route("/response")
def response():
    body = "Agent: {}".format(request.headers["User-Agent"])
    # ruleid: python-reflected-xss
    return Response(body, mimetype="text/html")


@app.route("/markup")
def markup():
    # ruleid: python-reflected-xss
    text = Markup("<b>" + request.form["text"] + "</b>")
    return render_template("page.html", text=text)


def view(request):
    query = request.GET.get("q", "")
    if not query:
        return HttpResponse("nothing")
    # ruleid: python-reflected-xss
    return HttpResponse("<p>Results for %s</p>" % query)


def escaped_all(request):
    parts = map(html.escape, [request.GET["first"], request.GET["last"]])
    # ok: python-reflected-xss
    return HttpResponse("<p>%s %s</p>" % tuple(parts))


def safe_string(request):
    # ruleid: python-reflected-xss
    title = mark_safe("<i>" + request.POST["title"] + "</i>")
    # ruleid: python-reflected-xss
    return HttpResponse(title)


class Search(tornado.web.RequestHandler):
    def get(self):
        # ruleid: python-reflected-xss
        self.write("<p>" + self.get_argument("q") + "</p>")


@app.route("/safe")
def safe():
    name = request.args["name"]
    if name == "a":
        # ok: python-reflected-xss
        return "<p>" + str(escape(name)) + "</p>"
    if name == "b":
        # ok: python-reflected-xss
        return f"<p>{html.escape(name)}</p>"
    if name == "c":
        # ok: python-reflected-xss
        return {"name": name}
    if name == "d":
        # ok: python-reflected-xss
        return jsonify(name=name)
    if name == "e":
        # ok: python-reflected-xss
        return render_template("hello.html", name=name)
    if name == "f":
        # ok: python-reflected-xss
        return GREETINGS[name]
    # ok: python-reflected-xss
    return Markup("<b>%s</b>") % name


@app.route("/safe/plain")
def plain():
    # ok: python-reflected-xss
    return Response(request.args["x"], mimetype="text/plain")


@app.route("/safe/json")
def as_json():
    # ok: python-reflected-xss
    return Response(json.dumps(request.args), content_type="application/json")


def safe_view(request):
    # ok: python-reflected-xss
    return HttpResponse(format_html("<p>{}</p>", request.GET["q"]))


def name_of(request):
    # ok: python-reflected-xss
    return request.GET["name"]


# Across functions of the file.


def page(title, body):
    return "<html><title>" + title + "</title>" + body + "</html>"


@app.route("/built")
def built():
    # ruleid: python-reflected-xss
    return Response(page("Found", request.args["q"]))


@app.route("/built/safe")
def built_safe():
    # ok: python-reflected-xss
    return Response(page("Found", escape(request.args["q"])))


@app.route("/template/safe")
def template_safe():
    name = request.args["name"]
    # ruleid: python-reflected-xss
    page = flask.render_template_string("<b>{{ name | safe }}</b>", name=name)
    # ok: python-reflected-xss
    other = flask.render_template_string("<b>{{ name }}</b>", name=name)
    return flask.render_template("page.html", a=page, b=other)
from fastapi import FastAPI, Query
from fastapi.responses import HTMLResponse

pages = FastAPI()


@pages.get("/hello", response_class=HTMLResponse)
def hello(name: str = Query("you")):
    # ruleid: python-reflected-xss
    return f"<h1>{name}</h1>"


@pages.get("/json")
def as_json(name: str = Query("you")):
    # ok: python-reflected-xss
    return f"<h1>{name}</h1>"


class Shown(flask.views.MethodView):
    def get(self):
        # ruleid: python-reflected-xss
        return "<p>" + flask.request.args["name"] + "</p>"

    def post(self):
        # ok: python-reflected-xss
        return {"name": flask.request.form["name"]}

    def helper(self):
        # ok: python-reflected-xss
        return flask.request.args["name"]


def marked(app):
    @app.route("/marked")
    def handle():
        name = flask.request.args["name"]
        # ruleid: python-reflected-xss
        return flask.render_template("a.html", name=markupsafe.Markup(name))

    @app.route("/escaped")
    def handle_escaped():
        # ok: python-reflected-xss
        return flask.render_template("a.html", name=flask.request.args["name"])


from django.shortcuts import render


def rendered_with_trusted_text(request):
    # ruleid: python-reflected-xss
    return render(request, "page.html", {"value": mark_safe(request.GET["value"])})


@app.route("/plain-headers")
def plain_headers():
    # ok: python-reflected-xss
    return request.args["text"], 200, {"Content-Type": "text/plain; charset=utf-8"}


@app.route("/html-headers")
def html_headers():
    # ruleid: python-reflected-xss
    return request.args["text"], 200, {"Content-Type": "text/html; charset=utf-8"}


@app.route("/type-afterwards")
def type_afterwards():
    # ok: python-reflected-xss
    answer = flask.make_response(request.args["name"])
    answer.mimetype = "text/plain"
    # ok: python-reflected-xss
    return answer


@app.route("/type-in-headers")
def type_in_headers():
    # ok: python-reflected-xss
    return flask.make_response(request.args["name"], 200, {"Content-Type": "text/plain; charset=utf-8"})


@app.route("/data-afterwards")
def data_afterwards():
    answer = flask.make_response()
    # ruleid: python-reflected-xss
    answer.data = "<p>" + request.args["name"] + "</p>"
    return answer


@app.route("/type-of-html")
def type_of_html():
    # ruleid: python-reflected-xss
    answer = flask.make_response(request.args["name"])
    answer.mimetype = "text/html"
    return answer


@app.route("/template-without-escapes")
def template_without_escapes():
    import jinja2

    # ruleid: python-reflected-xss
    return jinja2.Template("<p>{{ v }}</p>").render(v=request.args["name"])


@app.route("/template-with-escapes")
def template_with_escapes():
    import jinja2

    # ok: python-reflected-xss
    return jinja2.Environment(autoescape=True).from_string("<p>{{ v }}</p>").render(v=request.args["name"])


@app.route("/by-key")
def by_key():
    icons = load_icons()
    # ok: python-reflected-xss
    return Markup(icons[request.args["direction"]]["icon"])
