from Crypto.PublicKey import RSA
from cryptography.hazmat.primitives.asymmetric import dsa, ec, rsa

SIZE = 1024


def bad():
    # ruleid: python-weak-key-size
    first = rsa.generate_private_key(public_exponent=65537, key_size=1024)
    # ruleid: python-weak-key-size
    second = RSA.generate(SIZE)
    # ruleid: python-weak-key-size
    third = dsa.generate_private_key(1024)
    # ruleid: python-weak-key-size
    fourth = ec.generate_private_key(ec.SECP192R1())
    return first, second, third, fourth


def good(bits):
    # ok: python-weak-key-size
    first = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    # ok: python-weak-key-size
    second = RSA.generate(2048)
    # ok: python-weak-key-size
    third = RSA.generate(bits)
    # ok: python-weak-key-size
    fourth = ec.generate_private_key(ec.SECP256R1())
    return first, second, third, fourth
