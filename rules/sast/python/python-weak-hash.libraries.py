# What further libraries and methods do with the value.
from flask import Flask, request
import hashlib
import hmac
from passlib.hash import md5_crypt
from passlib.hash import hex_md5
from passlib.hash import ldap_md5
from passlib.hash import nthash
from passlib.hash import lmhash
import crypt
from M2Crypto import EVP
from werkzeug.security import generate_password_hash
import _md5
from django.contrib.auth.hashers import make_password
from cryptography.hazmat.primitives import hashes
from passlib.hash import argon2

app = Flask(__name__)


@app.route("/case012", methods=["GET", "POST"])
def case012():
    # ruleid: python-weak-hash
    hashlib.pbkdf2_hmac("md5", b"a", b"b", 1)
    return "done"


@app.route("/case014", methods=["GET", "POST"])
def case014():
    # ruleid: python-weak-hash
    hmac.new(b"k", b"m", hashlib.md5)
    return "done"


@app.route("/case015", methods=["GET", "POST"])
def case015():
    # ruleid: python-weak-hash
    hmac.new(b"k", b"m", "md5")
    return "done"


@app.route("/case017", methods=["GET", "POST"])
def case017():
    # ruleid: python-weak-hash
    hmac.digest(b"k", b"m", "md5")
    return "done"


@app.route("/case026", methods=["GET", "POST"])
def case026():
    # ruleid: python-weak-hash
    md5_crypt.hash("a")
    return "done"


@app.route("/case027", methods=["GET", "POST"])
def case027():
    # ruleid: python-weak-hash
    hex_md5.hash("a")
    return "done"


@app.route("/case029", methods=["GET", "POST"])
def case029():
    # ruleid: python-weak-hash
    ldap_md5.hash("a")
    return "done"


@app.route("/case030", methods=["GET", "POST"])
def case030():
    # ruleid: python-weak-hash
    nthash.hash("a")
    return "done"


@app.route("/case031", methods=["GET", "POST"])
def case031():
    # ruleid: python-weak-hash
    lmhash.hash("a")
    return "done"


@app.route("/case032", methods=["GET", "POST"])
def case032():
    # ruleid: python-weak-hash
    crypt.crypt("a", crypt.METHOD_MD5)
    return "done"


@app.route("/case033", methods=["GET", "POST"])
def case033():
    # ruleid: python-weak-hash
    EVP.MessageDigest("md5")
    return "done"


@app.route("/case036", methods=["GET", "POST"])
def case036():
    # ruleid: python-weak-hash
    generate_password_hash("a", method="md5")
    return "done"


@app.route("/case037", methods=["GET", "POST"])
def case037():
    # ruleid: python-weak-hash
    generate_password_hash("a", "pbkdf2:sha1")
    return "done"


@app.route("/case038", methods=["GET", "POST"])
def case038():
    # ruleid: python-weak-hash
    generate_password_hash("a", method="plain")
    return "done"


@app.route("/case042", methods=["GET", "POST"])
def case042():
    # ruleid: python-weak-hash
    _md5.md5(b"a")
    return "done"


@app.route("/case043", methods=["GET", "POST"])
def case043():
    # ruleid: python-weak-hash
    make_password("a", hasher="md5")
    return "done"


@app.route("/case044", methods=["GET", "POST"])
def case044():
    # ruleid: python-weak-hash
    hashlib.__dict__["md5"](b"a")
    return "done"


@app.route("/case045", methods=["GET", "POST"])
def case045():
    hashlib.sha256(b"a")
    return "done"


@app.route("/case046", methods=["GET", "POST"])
def case046():
    hashlib.new("sha512", b"a")
    return "done"


@app.route("/case047", methods=["GET", "POST"])
def case047():
    hashlib.md5(b"a", usedforsecurity=False)
    return "done"


@app.route("/case048", methods=["GET", "POST"])
def case048():
    hashlib.blake2b(b"a")
    return "done"


@app.route("/case049", methods=["GET", "POST"])
def case049():
    hashlib.pbkdf2_hmac("sha256", b"a", b"b", 1000000)
    return "done"


@app.route("/case050", methods=["GET", "POST"])
def case050():
    hmac.new(b"k", b"m", hashlib.sha256)
    return "done"


@app.route("/case051", methods=["GET", "POST"])
def case051():
    hashes.Hash(hashes.SHA256())
    return "done"


@app.route("/case052", methods=["GET", "POST"])
def case052():
    argon2.hash("a")
    return "done"


@app.route("/case053", methods=["GET", "POST"])
def case053():
    {"a": hashlib.md5, "b": hashlib.sha256}["b"](b"a")
    return "done"


@app.route("/case054", methods=["GET", "POST"])
def case054():
    getattr(hashlib, "sha256")(b"a")
    return "done"


@app.route("/later", methods=["GET", "POST"])
def later():
    make = hashlib.sha1
    strong = hashlib.sha256
    # ruleid: python-weak-hash
    return make(b"a").hexdigest() + strong(b"a").hexdigest()
