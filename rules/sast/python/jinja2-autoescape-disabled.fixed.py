import jinja2
from flask import Flask
from jinja2 import Environment, FileSystemLoader, select_autoescape

app = Flask(__name__)
# ruleid: jinja2-autoescape-disabled
app.jinja_env.autoescape = True
# ruleid: jinja2-autoescape-disabled
first = jinja2.Environment(loader=FileSystemLoader("t"), autoescape=True)
# ok: jinja2-autoescape-disabled
second = Environment(loader=FileSystemLoader("t"), autoescape=select_autoescape())
# ok: jinja2-autoescape-disabled
third = Environment(loader=FileSystemLoader("t"), autoescape=True)
# ok: jinja2-autoescape-disabled
fourth = Environment(loader=FileSystemLoader("tex"), block_start_string="<%")


def bad():
    # ruleid: jinja2-autoescape-disabled
    return Environment(autoescape=True)
