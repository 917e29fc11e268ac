# What further libraries and methods do with the value.
from flask import Flask, request
from lxml import etree
import xml.etree.ElementTree as ET
from elementpath import XPath2Parser
from elementpath import XPath2Parser, XPathContext
from elementpath.xpath3 import XPath3Parser
import libxml2
from saxonche import PySaxonProcessor
import py_dom_xpath
import amara
import elementpath

app = Flask(__name__)


@app.route("/case356", methods=["GET", "POST"])
def case356():
    given = request.args.get("given", "")
    # ruleid: python-xpath-injection
    etree.XPathEvaluator(None).evaluate("//a[@b='%s']" % given)
    return "done"


@app.route("/case364", methods=["GET", "POST"])
def case364():
    given = request.args.get("given", "")
    e = ET.XML("<a/>")
    # ruleid: python-xpath-injection
    e.find(path=".//a[@b='%s']" % given)
    return "done"


@app.route("/case369", methods=["GET", "POST"])
def case369():
    given = request.args.get("given", "")
    # ruleid: python-xpath-injection
    XPath2Parser().parse("//a[@b='%s']" % given)
    return "done"


@app.route("/case370", methods=["GET", "POST"])
def case370():
    given = request.args.get("given", "")
    p = XPath2Parser()
    # ruleid: python-xpath-injection
    p.parse("//a[@b='%s']" % given)
    return "done"


@app.route("/case371", methods=["GET", "POST"])
def case371():
    given = request.args.get("given", "")
    # ruleid: python-xpath-injection
    XPath3Parser().parse("//a[@b='%s']" % given)
    return "done"


@app.route("/case375", methods=["GET", "POST"])
def case375():
    given = request.args.get("given", "")
    d = libxml2.parseFile("a")
    # ruleid: python-xpath-injection
    d.xpathEval("//a[@b='%s']" % given)
    return "done"


@app.route("/case376", methods=["GET", "POST"])
def case376():
    given = request.args.get("given", "")
    ctx = libxml2.parseFile("a").xpathNewContext()
    # ruleid: python-xpath-injection
    ctx.xpathEval("//a[@b='%s']" % given)
    return "done"


@app.route("/case377", methods=["GET", "POST"])
def case377():
    given = request.args.get("given", "")
    p = PySaxonProcessor().new_xpath_processor()
    # ruleid: python-xpath-injection
    p.evaluate("//a[@b='%s']" % given)
    return "done"


@app.route("/case378", methods=["GET", "POST"])
def case378():
    given = request.args.get("given", "")
    p = PySaxonProcessor().new_xpath_processor()
    # ruleid: python-xpath-injection
    p.evaluate_single("//a[@b='%s']" % given)
    return "done"


@app.route("/case380", methods=["GET", "POST"])
def case380():
    given = request.args.get("given", "")
    # ruleid: python-xpath-injection
    py_dom_xpath.find("//a[@b='%s']" % given)
    return "done"


@app.route("/case382", methods=["GET", "POST"])
def case382():
    given = request.args.get("given", "")
    # ruleid: python-xpath-injection
    amara.parse("a").xml_select("//a[@b='%s']" % given)
    return "done"


@app.route("/case385", methods=["GET", "POST"])
def case385():
    given = request.args.get("given", "")
    etree.parse("a.xml").xpath("//a[@b=$b]", b=given)
    return "done"


@app.route("/case386", methods=["GET", "POST"])
def case386():
    given = request.args.get("given", "")
    etree.XPath("//a[@b=$b]")(None, b=given)
    return "done"


@app.route("/case387", methods=["GET", "POST"])
def case387():
    given = request.args.get("given", "")
    elementpath.select(None, "//a[@b=$b]", variables={"b": given})
    return "done"
