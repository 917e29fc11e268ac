import hashlib
import hmac
from hashlib import md5 as digest
from hashlib import sha256

from Crypto.Hash import MD5
from cryptography.hazmat.primitives import hashes


def store(user, password):
    # ruleid: python-weak-hash
    user.password = hashlib.md5(password.encode()).hexdigest()
    # ruleid: python-weak-hash
    user.legacy = hashlib.new("sha1", password.encode()).digest()
    algorithm = "MD5"
    # ruleid: python-weak-hash
    user.third = hashlib.new(algorithm)
    # ruleid: python-weak-hash
    user.fourth = digest(password).hexdigest()


class Signer:
    ALGORITHM = hashes.SHA256()

    def sign(self, text):
        # ruleid: python-weak-hash
        state = hashes.Hash(hashes.SHA1())
        # ruleid: python-weak-hash
        other = MD5.new()
        # ruleid: python-weak-hash
        h = hashlib.sha1(usedforsecurity=True)
        h.update(text)
        return state, other, h


def good(data):
    # ok: python-weak-hash
    a = hashlib.sha256(data).hexdigest()
    # ok: python-weak-hash
    b = hashlib.new("sha512", data)
    # ok: python-weak-hash
    c = sha256(data)
    # ok: python-weak-hash
    etag = hashlib.md5(data, usedforsecurity=False).hexdigest()
    # ok: python-weak-hash
    d = hashlib.sha1(data, usedforsecurity=False)
    # ok: python-weak-hash
    e = hmac.new(b"key", data, "sha256")
    # ok: python-weak-hash
    f = own.md5(data)
    return a, b, c, d, e, f, etag


def get_cache_key(name):
    # ok: python-weak-hash
    return hashlib.sha1(name.encode()).hexdigest()


def store(image, password):
    # ok: python-weak-hash
    media_guid = hashlib.sha1(image).hexdigest()
    # ruleid: python-weak-hash
    secret = hashlib.sha1(password).hexdigest()
    return media_guid, secret


def by_name(file):
    # ruleid: python-weak-hash
    hashlib.file_digest(file, "md5")
    # ok: python-weak-hash
    hashlib.file_digest(file, "sha256")
    # ruleid: python-weak-hash
    getattr(hashlib, "sha1")(b"x")
    # ok: python-weak-hash
    getattr(hashlib, "sha512")(b"x")


def short(name, key):
    # ok: python-weak-hash
    mark = hashlib.sha1(name).hexdigest()[:6]
    # ok: python-weak-hash
    size = hashlib.sha1().digest_size
    # ok: python-weak-hash
    answer = hashlib.sha1(key + WS_GUID).digest()
    # ruleid: python-weak-hash
    whole = hashlib.sha1(name).hexdigest()
    return mark, size, answer, whole
