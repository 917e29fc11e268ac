import os
import tempfile
from tempfile import mktemp


def bad():
    # ruleid: python-insecure-temp-file
    name = tempfile.mktemp(suffix=".txt")
    # ruleid: python-insecure-temp-file
    other = mktemp()
    # ruleid: python-insecure-temp-file
    third = os.tempnam("/tmp", "x")
    return name, other, third


def good():
    # ok: python-insecure-temp-file
    handle, name = tempfile.mkstemp()
    # ok: python-insecure-temp-file
    with tempfile.NamedTemporaryFile() as file:
        file.write(b"x")
    # ok: python-insecure-temp-file
    own.mktemp()
    return handle, name
