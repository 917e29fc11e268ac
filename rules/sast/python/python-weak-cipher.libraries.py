# What further libraries and methods do with the value.
from flask import Flask, request
from Crypto.Cipher import AES
from Crypto.Cipher import PKCS1_v1_5
from M2Crypto import EVP
import pyaes
from cryptography.hazmat.primitives.asymmetric import padding
from Crypto.Cipher import ChaCha20_Poly1305
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

app = Flask(__name__)


@app.route("/case063", methods=["GET", "POST"])
def case063():
    # ruleid: python-weak-cipher
    AES.new(b"k")
    return "done"


@app.route("/case064", methods=["GET", "POST"])
def case064():
    # ruleid: python-weak-cipher
    AES.new(key=b"k", mode=AES.MODE_ECB)
    return "done"


@app.route("/case065", methods=["GET", "POST"])
def case065():
    # ruleid: python-weak-cipher
    PKCS1_v1_5.new(None)
    return "done"


@app.route("/case081", methods=["GET", "POST"])
def case081():
    # ruleid: python-weak-cipher
    EVP.Cipher("des_ede3_cbc", b"k", b"i", 1)
    return "done"


@app.route("/case082", methods=["GET", "POST"])
def case082():
    # ruleid: python-weak-cipher
    EVP.Cipher(alg="rc4", key=b"k", iv=b"i", op=1)
    return "done"


@app.route("/case083", methods=["GET", "POST"])
def case083():
    # ruleid: python-weak-cipher
    pyaes.AESModeOfOperationECB(b"k")
    return "done"


@app.route("/case084", methods=["GET", "POST"])
def case084():
    # ruleid: python-weak-cipher
    k.encrypt(b"a", padding.PKCS1v15())
    return "done"


@app.route("/case086", methods=["GET", "POST"])
def case086():
    AES.new(b"k", AES.MODE_GCM)
    return "done"


@app.route("/case087", methods=["GET", "POST"])
def case087():
    AES.new(b"k", AES.MODE_CBC, b"i")
    return "done"


@app.route("/case088", methods=["GET", "POST"])
def case088():
    ChaCha20_Poly1305.new(key=b"k")
    return "done"


@app.route("/case089", methods=["GET", "POST"])
def case089():
    Fernet(b"k")
    return "done"


@app.route("/case090", methods=["GET", "POST"])
def case090():
    Cipher(algorithms.AES(b"k"), modes.GCM(b"i"))
    return "done"


@app.route("/case091", methods=["GET", "POST"])
def case091():
    AESGCM(b"k")
    return "done"
