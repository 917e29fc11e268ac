import ldap
import ldap3
from flask import Flask, request
from ldap3.utils.conv import escape_filter_chars

app = Flask(__name__)
BASE = "ou=people,dc=example,dc=org"


@app.route("/who")
def who():
    uid = request.args.get("uid")
    connection = ldap.initialize("ldap://directory")
    # ruleid: python-ldap-injection
    found = connection.search_s(BASE, ldap.SCOPE_SUBTREE, "(uid=" + uid + ")")
    search_filter = f"(&(objectclass=person)(uid={uid}))"
    # ruleid: python-ldap-injection
    connection.search_ext_s(BASE, ldap.SCOPE_SUBTREE, search_filter, ["cn"])
    # ruleid: python-ldap-injection
    connection.simple_bind_s("uid=%s,%s" % (uid, BASE), "pw")
    return str(found)


@app.route("/who3", methods=["POST"])
def who3():
    parts = []
    for name in request.form.getlist("names"):
        parts.append("(cn={})".format(name))
    with ldap3.Connection("directory") as connection:
        # ruleid: python-ldap-injection
        connection.search(BASE, "(|" + "".join(parts) + ")", attributes=["cn"])
        # ruleid: python-ldap-injection
        connection.search(search_base=request.form["base"], search_filter="(objectclass=*)")
        return str(connection.entries)


@app.route("/safe")
def safe():
    uid = request.args["uid"]
    connection = ldap3.Connection("directory")
    # ok: python-ldap-injection
    connection.search(BASE, "(uid=" + escape_filter_chars(uid) + ")")
    # ok: python-ldap-injection
    connection.search(BASE, "(age=%d)" % int(uid))
    # ok: python-ldap-injection
    re.search("(uid=*)", uid)
    old = ldap.initialize("ldap://directory")
    # ok: python-ldap-injection
    old.search_s(BASE, ldap.SCOPE_SUBTREE, ldap.filter.filter_format("(uid=%s)", [uid]))
    return "ok"


def groups(connection, group):
    # ok: python-ldap-injection
    return connection.search_s(BASE, ldap.SCOPE_SUBTREE, "(cn=" + group + ")")


@app.route("/later")
def later():
    directory = ldap.initialize("ldap://directory.example")
    # ruleid: python-ldap-injection
    number = directory.search("dc=example", ldap.SCOPE_SUBTREE, "(uid=" + request.args["uid"] + ")")
    return str(number)
