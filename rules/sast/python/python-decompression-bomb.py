import bz2
import gzip
import io
import zlib

from flask import request


def body():
    # ruleid: python-decompression-bomb
    return gzip.decompress(request.data)


def encoded():
    data = base64.b64decode(request.form["data"])
    # ruleid: python-decompression-bomb
    return zlib.decompress(data)


def uploaded():
    # ruleid: python-decompression-bomb
    return bz2.decompress(request.files["file"].read())


def stream():
    # ruleid: python-decompression-bomb
    return gzip.GzipFile(fileobj=request.stream).read()


def limited():
    # ok: python-decompression-bomb
    return zlib.decompressobj().decompress(request.data, 1_000_000)


def own(path):
    with open(path, "rb") as file:
        # ok: python-decompression-bomb
        return gzip.decompress(file.read())


def compressed():
    # ok: python-decompression-bomb
    return gzip.compress(request.data)


def constant():
    # ok: python-decompression-bomb
    return zlib.decompress(PACKED)
