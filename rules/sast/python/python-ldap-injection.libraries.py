# What further libraries and methods do with the value.
from flask import Flask, request
import ldap
from ldap3 import Connection, Server
import ldap3
from ldap3 import Reader, ObjectDef
import bonsai
from django_auth_ldap.config import LDAPSearch
from ldap.filter import escape_filter_chars
import ldap.filter
from ldap3.utils.conv import escape_filter_chars

app = Flask(__name__)


@app.route("/case081", methods=["GET", "POST"])
def case081():
    given = request.args.get("given", "")
    c = ldap.initialize("ldap://h")
    # ruleid: python-ldap-injection
    c.bind(f"uid={given},o=x", "p")
    return "done"


@app.route("/case082", methods=["GET", "POST"])
def case082():
    given = request.args.get("given", "")
    c = ldap.initialize("ldap://h")
    # ruleid: python-ldap-injection
    c.simple_bind(f"uid={given},o=x", "p")
    return "done"


@app.route("/case083", methods=["GET", "POST"])
def case083():
    given = request.args.get("given", "")
    c = ldap.initialize("ldap://h")
    # ruleid: python-ldap-injection
    c.delete_s(f"uid={given},o=x")
    return "done"


@app.route("/case084", methods=["GET", "POST"])
def case084():
    given = request.args.get("given", "")
    c = ldap.initialize("ldap://h")
    # ruleid: python-ldap-injection
    c.add_s(f"uid={given},o=x", [])
    return "done"


@app.route("/case085", methods=["GET", "POST"])
def case085():
    given = request.args.get("given", "")
    c = ldap.initialize("ldap://h")
    # ruleid: python-ldap-injection
    c.modify_s(f"uid={given},o=x", [])
    return "done"


@app.route("/case086", methods=["GET", "POST"])
def case086():
    given = request.args.get("given", "")
    c = ldap.initialize("ldap://h")
    # ruleid: python-ldap-injection
    c.compare_s(f"uid={given},o=x", "a", b"b")
    return "done"


@app.route("/case087", methods=["GET", "POST"])
def case087():
    given = request.args.get("given", "")
    c = ldap.initialize("ldap://h")
    # ruleid: python-ldap-injection
    c.rename_s(f"uid={given},o=x", "uid=b")
    return "done"


@app.route("/case091", methods=["GET", "POST"])
def case091():
    given = request.args.get("given", "")
    # ruleid: python-ldap-injection
    c = Connection("h", user=f"uid={given},o=x", password="p")
    return "done"


@app.route("/case092", methods=["GET", "POST"])
def case092():
    given = request.args.get("given", "")
    # ruleid: python-ldap-injection
    c = Connection("h", f"uid={given},o=x", "p", auto_bind=True)
    return "done"


@app.route("/case093", methods=["GET", "POST"])
def case093():
    given = request.args.get("given", "")
    c = ldap3.Connection(ldap3.Server("h"))
    # ruleid: python-ldap-injection
    c.delete(f"uid={given},o=x")
    return "done"


@app.route("/case094", methods=["GET", "POST"])
def case094():
    given = request.args.get("given", "")
    c = ldap3.Connection(ldap3.Server("h"))
    # ruleid: python-ldap-injection
    c.modify(f"uid={given},o=x", {})
    return "done"


@app.route("/case095", methods=["GET", "POST"])
def case095():
    given = request.args.get("given", "")
    c = ldap3.Connection(ldap3.Server("h"))
    # ruleid: python-ldap-injection
    c.add(f"uid={given},o=x", "person")
    return "done"


@app.route("/case096", methods=["GET", "POST"])
def case096():
    given = request.args.get("given", "")
    c = ldap3.Connection(ldap3.Server("h"))
    # ruleid: python-ldap-injection
    c.compare(f"uid={given},o=x", "a", "b")
    return "done"


@app.route("/case098", methods=["GET", "POST"])
def case098():
    given = request.args.get("given", "")
    c = ldap3.Connection(ldap3.Server("h"))
    # ruleid: python-ldap-injection
    c.extend.standard.paged_search(search_base="o=x", search_filter=f"(uid={given})")
    return "done"


@app.route("/case099", methods=["GET", "POST"])
def case099():
    given = request.args.get("given", "")
    # ruleid: python-ldap-injection
    r = Reader(None, ObjectDef("p"), "o=x", f"(uid={given})")
    r.search()
    return "done"


@app.route("/case100", methods=["GET", "POST"])
def case100():
    given = request.args.get("given", "")
    c = bonsai.LDAPClient("ldap://h").connect()
    # ruleid: python-ldap-injection
    c.search("o=x", bonsai.LDAPSearchScope.SUB, f"(uid={given})")
    return "done"


@app.route("/case101", methods=["GET", "POST"])
def case101():
    given = request.args.get("given", "")
    with bonsai.LDAPClient("ldap://h").connect() as c:
        # ruleid: python-ldap-injection
        c.search("o=x", 2, f"(uid={given})")
    return "done"


@app.route("/case102", methods=["GET", "POST"])
def case102():
    given = request.args.get("given", "")
    # ruleid: python-ldap-injection
    LDAPSearch("o=x", 2, f"(uid={given})")
    return "done"


@app.route("/case103", methods=["GET", "POST"])
def case103():
    given = request.args.get("given", "")
    c = ldap.initialize("ldap://h")
    c.search_s("o=x", ldap.SCOPE_SUBTREE, "(uid=" + escape_filter_chars(given) + ")")
    return "done"


@app.route("/case104", methods=["GET", "POST"])
def case104():
    given = request.args.get("given", "")
    c = ldap.initialize("ldap://h")
    c.search_s("o=x", ldap.SCOPE_SUBTREE, ldap.filter.filter_format("(uid=%s)", [given]))
    return "done"


@app.route("/case105", methods=["GET", "POST"])
def case105():
    given = request.args.get("given", "")
    c = ldap3.Connection(ldap3.Server("h"))
    c.search("o=x", "(uid=" + escape_filter_chars(given) + ")")
    return "done"


@app.route("/case106", methods=["GET", "POST"])
def case106():
    given = request.args.get("given", "")
    c = bonsai.LDAPClient("ldap://h").connect()
    c.search("o=x", 2, f"(uid={bonsai.escape_filter_exp(given)})")
    return "done"


@app.route("/elsewhere", methods=["GET", "POST"])
def elsewhere():
    connection = helpers.connection()
    # ruleid: python-ldap-injection
    connection.search("ou=people", "(uid=" + request.args.get("given", "") + ")")
    return "done"


@app.route("/characters", methods=["GET", "POST"])
def characters():
    given = "".join(c for c in request.args.get("given", "") if c not in "()*\\")
    # ok: python-ldap-injection
    ldap3.Connection("h").search("o=x", f"(uid={given})")
    return "done"


@app.route("/other-characters", methods=["GET", "POST"])
def other_characters():
    given = "".join(c for c in request.args.get("given", "") if c not in "ab")
    # ruleid: python-ldap-injection
    ldap3.Connection("h").search("o=x", f"(uid={given})")
    return "done"
