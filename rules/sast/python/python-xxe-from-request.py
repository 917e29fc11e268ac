import io
import xml.dom.minidom
import xml.sax
import xml.sax.handler

from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.route("/sax", methods=["POST"])
def sax():
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_external_ges, True)
    # ruleid: python-xxe-from-request
    parser.parse(io.StringIO(request.form["doc"]))
    # ruleid: python-xxe-from-request
    dom = xml.dom.minidom.parseString(request.data, parser)
    return dom.toxml()


@app.route("/lxml", methods=["POST"])
def with_lxml():
    parser = etree.XMLParser(resolve_entities=True)
    # ruleid: python-xxe-from-request
    root = etree.fromstring(request.data, parser)
    # ruleid: python-xxe-from-request
    other = etree.parse(io.BytesIO(request.data), etree.XMLParser(resolve_entities=True))
    return str((root, other))


@app.route("/safe", methods=["POST"])
def safe():
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_external_ges, False)
    # ok: python-xxe-from-request
    parser.parse(io.StringIO(request.form["doc"]))
    # ok: python-xxe-from-request
    first = xml.dom.minidom.parseString(request.data)
    # ok: python-xxe-from-request
    second = etree.fromstring(request.data, etree.XMLParser(resolve_entities=False))
    return str((first, second))


def own(text):
    parser = xml.sax.make_parser()
    parser.setFeature(xml.sax.handler.feature_external_ges, True)
    # ok: python-xxe-from-request
    parser.parse(text)


@app.route("/parser/in/the/call", methods=["POST"])
def parser_in_the_call():
    from lxml import etree

    text = request.form["xml"]
    # ruleid: python-xxe-from-request
    first = etree.fromstring(text, etree.XMLParser(load_dtd=True, no_network=False))
    # ruleid: python-xxe-from-request
    second = etree.XML(text, parser=etree.XMLParser(resolve_entities=True))
    # ok: python-xxe-from-request
    third = etree.fromstring(text, etree.XMLParser(resolve_entities=False))
    return str(len(first) + len(second) + len(third))
