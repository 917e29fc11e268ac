# What further libraries and methods do with the value.
from flask import Flask, request
from flask import Response
from flask import current_app
from flask import render_template_string
from jinja2 import Template
from jinja2 import Environment
from jinja2 import Environment, FileSystemLoader
from mako.template import Template
import jinja2
import urllib.parse
from markupsafe import escape
import html
from flask import jsonify
from flask import render_template
from markupsafe import Markup
from jinja2 import Environment, select_autoescape
from string import Template

app = Flask(__name__)


@app.route("/case403", methods=["GET", "POST"])
def case403():
    given = request.args.get("given", "")
    r = Response()
    # ruleid: python-reflected-xss
    r.response = ["<b>" + given]
    return r


@app.route("/case404", methods=["GET", "POST"])
def case404():
    given = request.args.get("given", "")
    r = Response()
    # ruleid: python-reflected-xss
    r.stream.write("<b>" + given)
    return r


@app.route("/case409", methods=["GET", "POST"])
def case409():
    given = request.args.get("given", "")
    # ruleid: python-reflected-xss
    return current_app.make_response("<b>" + given)


@app.route("/case410", methods=["GET", "POST"])
def case410():
    given = request.args.get("given", "")
    # ruleid: python-reflected-xss
    return current_app.response_class("<b>" + given)


@app.route("/case411", methods=["GET", "POST"])
def case411():
    given = request.args.get("given", "")
    # ruleid: python-reflected-xss
    return app.response_class(response="<b>" + given, status=200, mimetype="text/html")


@app.route("/case412", methods=["GET", "POST"])
def case412():
    given = request.args.get("given", "")
    # ruleid: python-reflected-xss
    return app.make_response("<b>" + given)


@app.route("/case414", methods=["GET", "POST"])
def case414():
    given = request.args.get("given", "")
    # ruleid: python-reflected-xss
    return render_template_string("<b>" + given + "</b>")


@app.route("/case423", methods=["GET", "POST"])
def case423():
    given = request.args.get("given", "")
    t = Template("<b>{{ x }}</b>")
    # ruleid: python-reflected-xss
    return t.render(x=given)


@app.route("/case425", methods=["GET", "POST"])
def case425():
    given = request.args.get("given", "")
    env = Environment()
    # ruleid: python-reflected-xss
    return env.from_string("<b>{{ x }}</b>").render(x=given)


@app.route("/case427", methods=["GET", "POST"])
def case427():
    given = request.args.get("given", "")
    env = Environment(loader=FileSystemLoader("t"))
    # ruleid: python-reflected-xss
    return env.get_template("a.html").render(x=given)


@app.route("/case428", methods=["GET", "POST"])
def case428():
    given = request.args.get("given", "")
    env = Environment(loader=FileSystemLoader("t"))
    t = env.get_template("a.html")
    out = t.render({"x": given})
    # ruleid: python-reflected-xss
    return out


@app.route("/case429", methods=["GET", "POST"])
def case429():
    given = request.args.get("given", "")
    # ruleid: python-reflected-xss
    return Template("<b>${x}</b>").render(x=given)


@app.route("/case432", methods=["GET", "POST"])
def case432():
    given = request.args.get("given", "")
    # ruleid: python-reflected-xss
    return jinja2.Template("<b>" + given + "</b>").render()


@app.route("/case438", methods=["GET", "POST"])
def case438():
    given = request.args.get("given", "")
    # ruleid: python-reflected-xss
    return urllib.parse.unquote(given)


@app.route("/case487", methods=["GET", "POST"])
def case487():
    given = request.args.get("given", "")
    return "<b>" + str(escape(given))


@app.route("/case488", methods=["GET", "POST"])
def case488():
    given = request.args.get("given", "")
    return "<b>" + html.escape(given)


@app.route("/case489", methods=["GET", "POST"])
def case489():
    given = request.args.get("given", "")
    return jsonify({"a": given})


@app.route("/case490", methods=["GET", "POST"])
def case490():
    given = request.args.get("given", "")
    return {"a": given}


@app.route("/case491", methods=["GET", "POST"])
def case491():
    given = request.args.get("given", "")
    return render_template("a.html", x=given)


@app.route("/case492", methods=["GET", "POST"])
def case492():
    given = request.args.get("given", "")
    return render_template_string("<b>{{ x }}</b>", x=given)


@app.route("/case493", methods=["GET", "POST"])
def case493():
    given = request.args.get("given", "")
    return Response(given, mimetype="text/plain")


@app.route("/case494", methods=["GET", "POST"])
def case494():
    given = request.args.get("given", "")
    return Response(given, content_type="text/plain; charset=utf-8")


@app.route("/case495", methods=["GET", "POST"])
def case495():
    given = request.args.get("given", "")
    return given, 200, {"Content-Type": "text/plain"}


@app.route("/case496", methods=["GET", "POST"])
def case496():
    given = request.args.get("given", "")
    return Markup("<b>%s</b>") % given


@app.route("/case497", methods=["GET", "POST"])
def case497():
    given = request.args.get("given", "")
    return Markup("<b>{}</b>").format(given)


@app.route("/case498", methods=["GET", "POST"])
def case498():
    given = request.args.get("given", "")
    env = Environment(autoescape=True)
    return env.from_string("<b>{{ x }}</b>").render(x=given)


@app.route("/case499", methods=["GET", "POST"])
def case499():
    given = request.args.get("given", "")
    return Template("<b>{{ x|e }}</b>").render(x=given)


@app.route("/case500", methods=["GET", "POST"])
def case500():
    given = request.args.get("given", "")
    return Template("<b>{{ x }}</b>", autoescape=True).render(x=given)


@app.route("/case501", methods=["GET", "POST"])
def case501():
    given = request.args.get("given", "")
    env = Environment(autoescape=select_autoescape())
    return env.get_template("a.html").render(x=given)


@app.route("/case502", methods=["GET", "POST"])
def case502():
    given = request.args.get("given", "")
    return Template("<b>$x</b>").substitute(x=html.escape(given))


@app.route("/case503", methods=["GET", "POST"])
def case503():
    given = request.args.get("given", "")
    return "<b>" + str(int(given))


# Answers that say that they are no pages.
class Plain:
    @cherrypy.expose
    @cherrypy.tools.json_out()
    def listed(self, name):
        # ok: python-reflected-xss
        return cherrypy.request.params["name"]

    @cherrypy.expose
    def plain(self, name):
        cherrypy.response.headers["Content-Type"] = "text/plain"
        # ok: python-reflected-xss
        return cherrypy.request.params["name"]

    @cherrypy.expose
    def page(self, name):
        # ruleid: python-reflected-xss
        return cherrypy.request.params["name"]


def plain_application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    # ok: python-reflected-xss
    return [environ["QUERY_STRING"].encode()]


def page_application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/html")])
    # ruleid: python-reflected-xss
    return [environ["QUERY_STRING"].encode()]
