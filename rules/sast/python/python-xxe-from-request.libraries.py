# What further libraries and methods do with the value.
from flask import Flask, request
from lxml import etree
import io
from lxml import objectify, etree
from lxml import objectify
import xml.sax
from xml.sax.handler import feature_external_ges
import xml.sax.handler
from xml.dom import pulldom
import libxml2
import xmltodict
import defusedxml.ElementTree as ET
import xml.etree.ElementTree as ET

app = Flask(__name__)


@app.route("/case622", methods=["GET", "POST"])
def case622():
    given = request.args.get("given", "")
    # ruleid: python-xxe-from-request
    etree.parse(io.StringIO(given), parser=etree.XMLParser(dtd_validation=True))
    return "done"


@app.route("/case624", methods=["GET", "POST"])
def case624():
    given = request.args.get("given", "")
    p = etree.XMLParser(resolve_entities=True)
    # ruleid: python-xxe-from-request
    p.feed(given)
    p.close()
    return "done"


@app.route("/case625", methods=["GET", "POST"])
def case625():
    given = request.args.get("given", "")
    p = etree.XMLPullParser(resolve_entities=True)
    # ruleid: python-xxe-from-request
    p.feed(given)
    return "done"


@app.route("/case626", methods=["GET", "POST"])
def case626():
    given = request.args.get("given", "")
    p = etree.XMLParser(huge_tree=True, resolve_entities=True)
    # ruleid: python-xxe-from-request
    etree.fromstringlist([given], p)
    return "done"


@app.route("/case627", methods=["GET", "POST"])
def case627():
    given = request.args.get("given", "")
    p = etree.ETCompatXMLParser(resolve_entities=True)
    # ruleid: python-xxe-from-request
    etree.fromstring(given, p)
    return "done"


@app.route("/case628", methods=["GET", "POST"])
def case628():
    given = request.args.get("given", "")
    p = etree.XMLParser(resolve_entities=True)
    # ruleid: python-xxe-from-request
    objectify.fromstring(given, p)
    return "done"


@app.route("/case629", methods=["GET", "POST"])
def case629():
    given = request.args.get("given", "")
    p = objectify.makeparser(resolve_entities=True)
    # ruleid: python-xxe-from-request
    objectify.fromstring(given, p)
    return "done"


@app.route("/case630", methods=["GET", "POST"])
def case630():
    given = request.args.get("given", "")
    kw = {"resolve_entities": True}
    # ruleid: python-xxe-from-request
    etree.fromstring(given, etree.XMLParser(**kw))
    return "done"


@app.route("/case632", methods=["GET", "POST"])
def case632():
    given = request.args.get("given", "")
    p = xml.sax.make_parser()
    p.setFeature(feature_external_ges, 1)
    # ruleid: python-xxe-from-request
    p.parse(io.StringIO(given))
    return "done"


@app.route("/case638", methods=["GET", "POST"])
def case638():
    given = request.args.get("given", "")
    p = xml.sax.make_parser()
    p.setFeature(xml.sax.handler.feature_external_ges, True)
    # ruleid: python-xxe-from-request
    pulldom.parse(io.StringIO(given), parser=p)
    return "done"


@app.route("/case639", methods=["GET", "POST"])
def case639():
    given = request.args.get("given", "")
    p = xml.sax.make_parser()
    p.setFeature(xml.sax.handler.feature_external_pes, True)
    s = xml.sax.xmlreader.InputSource()
    s.setByteStream(io.BytesIO(given.encode()))
    # ruleid: python-xxe-from-request
    p.parse(s)
    return "done"


@app.route("/case641", methods=["GET", "POST"])
def case641():
    given = request.args.get("given", "")
    # ruleid: python-xxe-from-request
    libxml2.readDoc(given, None, None, libxml2.XML_PARSE_NOENT)
    return "done"


@app.route("/case642", methods=["GET", "POST"])
def case642():
    given = request.args.get("given", "")
    libxml2.substituteEntitiesDefault(1)
    # ruleid: python-xxe-from-request
    libxml2.parseDoc(given)
    return "done"


@app.route("/case643", methods=["GET", "POST"])
def case643():
    given = request.args.get("given", "")
    # ruleid: python-xxe-from-request
    xmltodict.parse(given, disable_entities=False)
    return "done"


@app.route("/case644", methods=["GET", "POST"])
def case644():
    given = request.args.get("given", "")
    # ruleid: python-xxe-from-request
    ET.fromstring(given, forbid_entities=False, forbid_external=False, forbid_dtd=False)
    return "done"


@app.route("/case646", methods=["GET", "POST"])
def case646():
    given = request.args.get("given", "")
    ET.fromstring(given)
    return "done"


@app.route("/case647", methods=["GET", "POST"])
def case647():
    given = request.args.get("given", "")
    ET.fromstring(given)
    return "done"


@app.route("/case648", methods=["GET", "POST"])
def case648():
    given = request.args.get("given", "")
    etree.fromstring(given, etree.XMLParser(resolve_entities=False))
    return "done"


@app.route("/case649", methods=["GET", "POST"])
def case649():
    given = request.args.get("given", "")
    p = etree.XMLParser(resolve_entities=False, no_network=True)
    etree.fromstring(given, p)
    return "done"


@app.route("/case650", methods=["GET", "POST"])
def case650():
    given = request.args.get("given", "")
    p = xml.sax.make_parser()
    p.setFeature(xml.sax.handler.feature_external_ges, False)
    p.parse(io.StringIO(given))
    return "done"
