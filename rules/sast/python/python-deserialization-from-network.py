import hmac
import json
import pickle
import socket
import urllib.request

import requests


def serve(connection):
    data = b""
    while True:
        part = connection.recv(4096)
        if not part:
            break
        data += part
    # ruleid: python-deserialization-from-network
    return pickle.loads(data)


def fetch(url):
    # ruleid: python-deserialization-from-network
    first = pickle.loads(requests.get(url, timeout=5).content)
    # ruleid: python-deserialization-from-network
    second = pickle.load(urllib.request.urlopen(url))
    # ok: python-deserialization-from-network
    third = json.loads(requests.get(url, timeout=5).content)
    return first, second, third


def signed(connection, key):
    data = connection.recv(4096)
    if not hmac.compare_digest(data[:32], hmac.digest(key, data[32:], "sha256")):
        raise ValueError("signature")
    # ok: python-deserialization-from-network
    return pickle.loads(data[32:])


def cached(path):
    # ok: python-deserialization-from-network
    return pickle.load(open(path, "rb"))
