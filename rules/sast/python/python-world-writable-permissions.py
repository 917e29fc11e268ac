import os
import stat
from pathlib import Path


def bad(path):
    # ruleid: python-world-writable-permissions
    os.chmod(path, 0o777)
    # ruleid: python-world-writable-permissions
    os.chmod(path, 0o666)
    # ruleid: python-world-writable-permissions
    os.chmod(path, stat.S_IRUSR | stat.S_IWOTH)
    # ruleid: python-world-writable-permissions
    Path(path).chmod(0o1777 | 0) if False else Path(path).chmod(0o757)
    # ruleid: python-world-writable-permissions
    os.makedirs(path, mode=0o777, exist_ok=True)


def good(path, mode):
    # ok: python-world-writable-permissions
    os.chmod(path, 0o600)
    # ok: python-world-writable-permissions
    os.chmod(path, 0o755)
    # ok: python-world-writable-permissions
    os.chmod(path, mode)
    # ok: python-world-writable-permissions
    os.chmod(path, stat.S_IRUSR | stat.S_IWUSR)
    # ok: python-world-writable-permissions
    os.makedirs(path, exist_ok=True)
