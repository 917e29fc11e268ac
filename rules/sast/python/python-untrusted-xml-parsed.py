import xml.dom.minidom
import xml.etree.ElementTree as ET
from io import BytesIO

import defusedxml.ElementTree
from flask import Flask, request
from lxml import etree

app = Flask(__name__)


@app.route("/import", methods=["POST"])
def import_xml():
    # ruleid: python-untrusted-xml-parsed
    root = ET.fromstring(request.data)
    # ruleid: python-untrusted-xml-parsed
    dom = xml.dom.minidom.parseString(request.get_data())
    # ruleid: python-untrusted-xml-parsed
    tree = etree.parse(BytesIO(request.data))
    # ruleid: python-untrusted-xml-parsed
    upload = ET.parse(request.files["doc"].stream)
    return str((root, dom, tree, upload))


@app.route("/safe", methods=["POST"])
def safe():
    # ok: python-untrusted-xml-parsed
    first = defusedxml.ElementTree.fromstring(request.data)
    # ok: python-untrusted-xml-parsed
    second = etree.fromstring(request.data, etree.XMLParser(resolve_entities=False))
    # ok: python-untrusted-xml-parsed
    third = ET.parse("settings.xml")
    return str((first, second, third))
