import os
import shutil
from pathlib import Path


def write_once(path, text):
    if not os.path.exists(path):
        # ruleid: python-file-check-before-use
        with open(path, "w") as file:
            file.write(text)


def remove(path):
    if os.path.isfile(path):
        # ruleid: python-file-check-before-use
        os.remove(path)


def guarded(path, source):
    if os.path.islink(path):
        raise ValueError(path)
    # ruleid: python-file-check-before-use
    os.chmod(path, 0o600)
    # ruleid: python-file-check-before-use
    shutil.copy(source, path)


def tree(path):
    if os.path.exists(path) and path.startswith("/srv/"):
        for _ in range(3):
            # ruleid: python-file-check-before-use
            shutil.rmtree(path)


def object_path(name):
    path = Path(name)
    if not path.exists():
        # ruleid: python-file-check-before-use
        path.write_text("new")


def early(path):
    if os.path.exists(path):
        return
    # ruleid: python-file-check-before-use
    open(path, "wb").close()


def read(path):
    if os.path.exists(path):
        # ok: python-file-check-before-use
        return open(path).read()


def exclusive(path):
    if not os.path.exists(path):
        # ok: python-file-check-before-use
        open(path, "x").close()


def other(path, target):
    if os.path.exists(path):
        # ok: python-file-check-before-use
        os.remove(target)


def at_once(path):
    try:
        # ok: python-file-check-before-use
        os.remove(path)
    except FileNotFoundError:
        pass
