import elementpath
import lxml.etree
from flask import Flask, request
from lxml import etree

app = Flask(__name__)
tree = etree.parse("users.xml")


@app.route("/user")
def user():
    name = request.args["name"]
    # ruleid: python-xpath-injection
    found = tree.xpath("//user[name='" + name + "']")
    query = f"/users/user[@id='{request.cookies.get('id')}']"
    # ruleid: python-xpath-injection
    found += tree.xpath(query)
    # ruleid: python-xpath-injection
    compiled = etree.XPath("//group[@name='%s']" % name)
    # ruleid: python-xpath-injection
    found += elementpath.select(tree, query)
    # ruleid: python-xpath-injection
    found += tree.getroot().findall(".//user[@name='{}']".format(name))
    return str((found, compiled))


@app.route("/safe")
def safe():
    name = request.args["name"]
    # ok: python-xpath-injection
    found = tree.xpath("//user[name=$n]", n=name)
    # ok: python-xpath-injection
    found += tree.xpath("//user[%d]" % int(request.args["i"]))
    # ok: python-xpath-injection
    position = name.find(request.args["part"])
    if name not in ("admin", "guest"):
        return "no", 400
    # ok: python-xpath-injection
    found += tree.xpath("//user[name='" + name + "']")
    return str((found, position))


def own(expression):
    # ok: python-xpath-injection
    return tree.xpath(expression)


# Across functions of the file.


def find_user(name):
    # ruleid: python-xpath-injection
    return tree.xpath("//user[name='" + name + "']")


@app.route("/through")
def through():
    return str(find_user(request.headers["X-User"]))


@app.route("/py-dom-xpath")
def py_dom_xpath():
    import xpath

    name = request.args["name"]
    # ruleid: python-xpath-injection
    nodes = xpath.find("//user[@name='" + name + "']", document)
    # ok: python-xpath-injection
    more = xpath.find("//user[@name='admin']", document)
    return str(len(nodes) + len(more))


@app.route("/evaluator")
def evaluator():
    name = request.args["name"]
    find = etree.XPathEvaluator(tree)
    # ruleid: python-xpath-injection
    find("//user[@name='" + name + "']")
    # ok: python-xpath-injection
    find("//user[@name=$name]", name=name)


@app.route("/elements")
def elements():
    import xml.etree.ElementTree as ET

    name = request.args["name"]
    t = ET.parse("a.xml")
    # ruleid: python-xpath-injection
    t.find("user[@name='%s']" % name)
    # ruleid: python-xpath-injection
    t.findtext("user[@name='%s']/mail" % name)
    # ruleid: python-xpath-injection
    ET.fromstring("<a/>").findall(f"user[@name='{name}']")
    # ok: python-xpath-injection
    found = name.find("x")
    # ok: python-xpath-injection
    t.find("user[@name='a']")
    return str(found)
