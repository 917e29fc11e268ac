from Crypto.Cipher import AES, ARC4, DES, DES3, Blowfish
from Cryptodome.Cipher import DES as OldDes
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes


def encrypt(key, iv, text):
    # ruleid: python-weak-cipher
    first = DES.new(key, DES.MODE_CBC, iv).encrypt(text)
    # ruleid: python-weak-cipher
    second = DES3.new(key, DES3.MODE_CFB).encrypt(text)
    # ruleid: python-weak-cipher
    third = ARC4.new(key).encrypt(text)
    # ruleid: python-weak-cipher
    fourth = AES.new(key, AES.MODE_ECB).encrypt(text)
    # ruleid: python-weak-cipher
    fifth = AES.new(key, mode=AES.MODE_ECB)
    # ruleid: python-weak-cipher
    sixth = Cipher(algorithms.TripleDES(key), mode=modes.CBC(iv))
    # ruleid: python-weak-cipher
    seventh = Cipher(algorithms.AES(key), modes.ECB())
    # ruleid: python-weak-cipher
    eighth = Blowfish.new(key, Blowfish.MODE_CBC)
    # ruleid: python-weak-cipher
    ninth = OldDes.new(key, OldDes.MODE_OFB)
    return first, second, third, fourth, fifth, sixth, seventh, eighth, ninth


def good(key, nonce):
    # ok: python-weak-cipher
    a = AES.new(key, AES.MODE_GCM, nonce=nonce)
    # ok: python-weak-cipher
    b = Cipher(algorithms.AES(key), modes.GCM(nonce))
    # ok: python-weak-cipher
    c = Cipher(algorithms.ChaCha20(key, nonce), mode=None)
    # ok: python-weak-cipher
    d = registry.DES.new(key)
    return a, b, c, d
