from django.http import HttpResponse
from django.template import Template as DjangoTemplate
from flask import Flask, render_template, render_template_string, request
from jinja2 import Environment, Template

app = Flask(__name__)


@app.route("/hello")
def hello():
    name = request.args.get("name")
    page = "<h1>Hello %s</h1>" % name
    # ruleid: python-template-injection
    return render_template_string(page)


@app.route("/preview", methods=["POST"])
def preview():
    body = request.form["body"]
    # ruleid: python-template-injection
    first = Template("<p>" + body + "</p>").render()
    environment = Environment(autoescape=True)
    # ruleid: python-template-injection
    second = environment.from_string(body).render(user=1)
    return first + second


def view(request):
    # ruleid: python-template-injection
    template = DjangoTemplate(request.POST["template"])
    return HttpResponse(template.render({}))


@app.route("/safe")
def safe():
    name = request.args["name"]
    # ok: python-template-injection
    first = render_template_string("<h1>Hello {{ name }}</h1>", name=name)
    # ok: python-template-injection
    second = render_template("hello.html", name=name)
    # ok: python-template-injection
    third = Template("<p>{{ body }}</p>").render(body=name)
    return first + second + third


def own(text):
    # ok: python-template-injection
    return Template(text).render()
