import binascii
import dataclasses
import functools
import operator
import os
import re
import string
import types
import zlib
from typing import NamedTuple

from flask import Flask, abort, request

app = Flask(__name__)

# Functions of the library that take functions or stand for parts, iterators, records in patterns, guards that leave.


@app.route("/dict-keys-bad")
def dict_keys_bad():
    p = request.args["id"]
    _m = {p: "x"}
    bar = list(_m.keys())[0]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/dict-keys-safe")
def dict_keys_safe():
    p = request.args["id"]
    _m = {"k": p}
    bar = list(_m.keys())[0]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/list-comp-if-bad")
def list_comp_if_bad():
    p = request.args["id"]
    bar = "".join(c for c in [p, "x"] if c != "x")
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/list-comp-if-safe")
def list_comp_if_safe():
    p = request.args["id"]
    bar = "".join(c for c in [p, "x", "y"] if c in ("x", "y"))
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/match-seq-bad")
def match_seq_bad():
    p = request.args["id"]
    match ["cmd", p]:
        case ["cmd", _v]:
            bar = _v
        case _:
            bar = "x"
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/match-seq-safe")
def match_seq_safe():
    p = request.args["id"]
    match ["cmd", p]:
        case ["other", _v]:
            bar = _v
        case _:
            bar = "x"
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


class PtBad(NamedTuple):
    a: str
    b: str


@app.route("/match-cls-bad")
def match_cls_bad():
    p = request.args["id"]
    match PtBad("x", p):
        case PtBad(a, b):
            bar = b
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


class PtSafe(NamedTuple):
    a: str
    b: str


@app.route("/match-cls-safe")
def match_cls_safe():
    p = request.args["id"]
    match PtSafe("x", p):
        case PtSafe(a, b):
            bar = a
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/str-splitlines-bad")
def str_splitlines_bad():
    p = request.args["id"]
    bar = p.splitlines()[0]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/str-splitlines-safe")
def str_splitlines_safe():
    p = request.args["id"]
    bar = str(p.splitlines().__len__())
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/str-chr-bad")
def str_chr_bad():
    p = request.args["id"]
    bar = "".join(chr(ord(c)) for c in p)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/str-chr-safe")
def str_chr_safe():
    p = request.args["id"]
    bar = "".join(str(ord(c)) for c in p)
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/hexl-bad")
def hexl_bad():
    p = request.args["id"]
    bar = binascii.unhexlify(binascii.hexlify(p.encode())).decode()
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/hexl-safe")
def hexl_safe():
    p = request.args["id"]
    bar = str(binascii.crc32(p.encode()))
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/zlib-bad")
def zlib_bad():
    p = request.args["id"]
    bar = zlib.decompress(zlib.compress(p.encode())).decode()
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/zlib-safe")
def zlib_safe():
    p = request.args["id"]
    bar = str(zlib.adler32(p.encode()))
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


class RepBad:
    def __init__(self, v):
        self.v = v

    def __repr__(self):
        return self.v


@app.route("/cls-repr-bad")
def cls_repr_bad():
    p = request.args["id"]
    bar = repr(RepBad(p))
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


class RepSafe:
    def __init__(self, v):
        self.v = v

    def __repr__(self):
        return "<RepSafe>"


@app.route("/cls-repr-safe")
def cls_repr_safe():
    p = request.args["id"]
    bar = repr(RepSafe(p))
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


class AdBad:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return self.v + o


@app.route("/cls-add-bad")
def cls_add_bad():
    p = request.args["id"]
    bar = AdBad("x") + p
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


class AdSafe:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return self.v + "y"


@app.route("/cls-add-safe")
def cls_add_safe():
    p = request.args["id"]
    bar = AdSafe("x") + p
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@dataclasses.dataclass
class PiBad:
    s: str
    t: str = ""
    k: str = "k"

    def __post_init__(self):
        self.t = self.s.strip()


@app.route("/cls-post-bad")
def cls_post_bad():
    p = request.args["id"]
    bar = PiBad(p).t
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@dataclasses.dataclass
class PiSafe:
    s: str
    t: str = ""
    k: str = "k"

    def __post_init__(self):
        self.t = self.s.strip()


@app.route("/cls-post-safe")
def cls_post_safe():
    p = request.args["id"]
    bar = PiSafe(p).k
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


def gen2_bad(s):
    yield "first"
    yield s


@app.route("/gen-two-bad")
def gen_two_bad():
    p = request.args["id"]
    _g = gen2_bad(p)
    next(_g)
    bar = next(_g)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


def gen2_safe(s):
    yield "first"
    yield s


@app.route("/gen-two-safe")
def gen_two_safe():
    p = request.args["id"]
    _g = gen2_safe(p)
    bar = next(_g)
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/exc-args1-bad")
def exc_args1_bad():
    p = request.args["id"]
    try:
        raise RuntimeError("m", p)
    except RuntimeError as e:
        bar = e.args[1]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/exc-args1-safe")
def exc_args1_safe():
    p = request.args["id"]
    try:
        raise RuntimeError("m", p)
    except RuntimeError as e:
        bar = e.args[0]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/for-range-bad")
def for_range_bad():
    p = request.args["id"]
    bar = "x"
    for _i in range(0, 6, 2):
        if _i == 4:
            bar = p
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/for-range-safe")
def for_range_safe():
    p = request.args["id"]
    bar = "x"
    for _i in range(0, 6, 2):
        if _i == 3:
            bar = p
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/iter-next-bad")
def iter_next_bad():
    p = request.args["id"]
    _it = iter(["a", p])
    next(_it)
    bar = next(_it)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/iter-next-safe")
def iter_next_safe():
    p = request.args["id"]
    _it = iter(["a", p])
    bar = next(_it)
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/zipd-bad")
def zipd_bad():
    p = request.args["id"]
    bar = dict(zip("ab", [p, "x"]))["a"]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/zipd-safe")
def zipd_safe():
    p = request.args["id"]
    bar = dict(zip("ab", [p, "x"]))["b"]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/tmpl-safe-bad")
def tmpl_safe_bad():
    p = request.args["id"]
    bar = string.Template("a=$a").safe_substitute({"a": p})
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/tmpl-safe-safe")
def tmpl_safe_safe():
    p = request.args["id"]
    bar = string.Template("a=$a").safe_substitute({"a": "x", "b": p})
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/reduce-bad")
def reduce_bad():
    p = request.args["id"]
    bar = functools.reduce(lambda a, c: a + c, [p, "x"], "")
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/reduce-safe")
def reduce_safe():
    p = request.args["id"]
    bar = functools.reduce(lambda a, c: a + len(c), [p, "x"], 0)
    bar = str(bar)
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/filter-l-bad")
def filter_l_bad():
    p = request.args["id"]
    bar = list(filter(lambda s: len(s) > 0, [p]))[0]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/filter-l-safe")
def filter_l_safe():
    p = request.args["id"]
    bar = list(filter(lambda s: s in ("x", "y"), [p, "x"]))[0]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/map-l-bad")
def map_l_bad():
    p = request.args["id"]
    bar = list(map(lambda s: s + "!", [p]))[0]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/map-l-safe")
def map_l_safe():
    p = request.args["id"]
    bar = list(map(lambda s: "!", [p]))[0]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/op-item-bad")
def op_item_bad():
    p = request.args["id"]
    bar = operator.itemgetter("a")({"a": p, "b": "x"})
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/op-item-safe")
def op_item_safe():
    p = request.args["id"]
    bar = operator.itemgetter("b")({"a": p, "b": "x"})
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


class ObBad:
    def __init__(self, s):
        self.s = s
        self.t = "t"


@app.route("/op-attr-bad")
def op_attr_bad():
    p = request.args["id"]
    bar = operator.attrgetter("s")(ObBad(p))
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


class ObSafe:
    def __init__(self, s):
        self.s = s
        self.t = "t"


@app.route("/op-attr-safe")
def op_attr_safe():
    p = request.args["id"]
    bar = operator.attrgetter("t")(ObSafe(p))
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


class VoBad:
    def __init__(self, s):
        self.s = s
        self.t = "t"


@app.route("/vars-o-bad")
def vars_o_bad():
    p = request.args["id"]
    _o = VoBad(p)
    bar = vars(_o)["s"]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


class VoSafe:
    def __init__(self, s):
        self.s = s
        self.t = "t"


@app.route("/vars-o-safe")
def vars_o_safe():
    p = request.args["id"]
    _o = VoSafe(p)
    bar = _o.__dict__["t"]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/re-findall-bad")
def re_findall_bad():
    p = request.args["id"]
    bar = re.findall(r".+", p)[0]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/re-findall-range")
def re_findall_range():
    p = request.args["id"]
    # From `0` to `z`: the semicolon is among them.
    bar = re.findall("[0-z]+", p)[0]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/re-findall-safe")
def re_findall_safe():
    p = request.args["id"]
    bar = re.findall(r"[0-9]+", p)[0]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/in-list-bad")
def in_list_bad():
    p = request.args["id"]
    bar = p
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/in-list-safe")
def in_list_safe():
    p = request.args["id"]
    if p not in ["red", "green"]:
        abort(404)
    bar = p
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/all-chars-bad")
def all_chars_bad():
    p = request.args["id"]
    if any(c == " " for c in p):
        return "bad"
    bar = p
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/all-chars-safe")
def all_chars_safe():
    p = request.args["id"]
    if not all(c in "abcdef0123456789" for c in p):
        return "bad"
    bar = p
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/log-guard-bad")
def log_guard_bad():
    p = request.args["id"]
    if p not in ("a", "b"):
        app.logger.warning("bad %s", p)
    bar = p
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/log-guard-safe")
def log_guard_safe():
    p = request.args["id"]
    if p not in ("a", "b"):
        app.logger.warning("bad %s", p)
        raise ValueError("bad")
    bar = p
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/proxy-bad")
def proxy_bad():
    p = request.args["id"]
    bar = types.MappingProxyType({"a": p, "b": "x"})["a"]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/proxy-safe")
def proxy_safe():
    p = request.args["id"]
    bar = types.MappingProxyType({"a": p, "b": "x"})["b"]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"
