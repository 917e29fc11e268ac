import os

from Crypto.Cipher import AES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

IV = b"0123456789abcdef"


def bad(key):
    # ruleid: python-static-iv
    first = AES.new(key, AES.MODE_CBC, IV)
    # ruleid: python-static-iv
    second = AES.new(key, AES.MODE_CBC, iv=b"0123456789abcdef")
    # ruleid: python-static-iv
    third = Cipher(algorithms.AES(key), modes.CBC(b"\x00" * 16))
    # ruleid: python-static-iv
    fourth = Cipher(algorithms.AES(key), modes.GCM(IV))
    return first, second, third, fourth


def good(key):
    # ok: python-static-iv
    first = AES.new(key, AES.MODE_CBC, os.urandom(16))
    # ok: python-static-iv
    second = AES.new(key, AES.MODE_GCM)
    iv = os.urandom(16)
    # ok: python-static-iv
    third = Cipher(algorithms.AES(key), modes.CBC(iv))
    return first, second, third
