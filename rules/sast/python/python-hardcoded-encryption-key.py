import hmac
import os

from Crypto.Cipher import AES
from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.ciphers import algorithms
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY = b"sixteen byte key"


def bad(nonce, text):
    # ruleid: python-hardcoded-encryption-key
    first = AES.new(KEY, AES.MODE_GCM, nonce=nonce).encrypt(text)
    # ruleid: python-hardcoded-encryption-key
    second = AESGCM(b"another sixteen!").encrypt(nonce, text, None)
    # ruleid: python-hardcoded-encryption-key
    third = algorithms.AES(b"sixteen byte key")
    # ruleid: python-hardcoded-encryption-key
    fourth = hmac.new(b"signing key", text, "sha256")
    return first, second, third, fourth


def good(key, nonce, text):
    # ok: python-hardcoded-encryption-key
    first = AES.new(key, AES.MODE_GCM, nonce=nonce)
    # ok: python-hardcoded-encryption-key
    second = Fernet(os.environ["FERNET_KEY"])
    # ok: python-hardcoded-encryption-key
    third = AESGCM(AESGCM.generate_key(bit_length=256))
    # ok: python-hardcoded-encryption-key
    fourth = other.AES.new("x")
    return first, second, third, fourth
