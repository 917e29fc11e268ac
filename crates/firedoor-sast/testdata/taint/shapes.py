"""Flows in pairs: in the first of each the request reaches the sink, in the second it does not."""
import base64
import collections
import configparser
import functools
import io
from dataclasses import dataclass
from flask import request


def direct_bad(sink):
    param = request.args.get("q")
    bar = param
    # ruleid: shapes
    sink.run("x" + bar)


def direct_good(sink):
    param = request.args.get("q")
    bar = "fixed"
    # ok: shapes
    sink.run("x" + bar)


def ifconst_bad(sink):
    param = request.args.get("q")
    num = 86
    if 7 * 42 - num > 200:
        bar = param
    else:
        bar = "never"
    # ruleid: shapes
    sink.run("x" + bar)


def ifconst_good(sink):
    param = request.args.get("q")
    num = 106
    if 7 * 18 + num > 200:
        bar = "always"
    else:
        bar = param
    # ok: shapes
    sink.run("x" + bar)


def ternary_bad(sink):
    param = request.args.get("q")
    num = 106
    bar = param if 7 * 18 + num > 200 else "never"
    # ruleid: shapes
    sink.run("x" + bar)


def ternary_good(sink):
    param = request.args.get("q")
    num = 106
    bar = "always" if 7 * 18 + num > 200 else param
    # ok: shapes
    sink.run("x" + bar)


def match_bad(sink):
    param = request.args.get("q")
    possible = "ABC"
    guess = possible[0]
    match guess:
        case "A":
            bar = param
        case "B":
            bar = "bob"
        case "C" | "D":
            bar = param
        case _:
            bar = "other"
    # ruleid: shapes
    sink.run("x" + bar)


def match_good(sink):
    param = request.args.get("q")
    possible = "ABC"
    guess = possible[1]
    match guess:
        case "A":
            bar = param
        case "B":
            bar = "bob"
        case "C" | "D":
            bar = param
        case _:
            bar = "other"
    # ok: shapes
    sink.run("x" + bar)


def dict_bad(sink):
    param = request.args.get("q")
    m = {}
    m["keyA"] = "a"
    m["keyB"] = param
    m["keyC"] = "c"
    bar = m["keyB"]
    # ruleid: shapes
    sink.run("x" + bar)


def dict_good(sink):
    param = request.args.get("q")
    m = {}
    m["keyA"] = "a"
    m["keyB"] = param
    m["keyC"] = "c"
    bar = m["keyB"]
    bar = m["keyA"]
    # ok: shapes
    sink.run("x" + bar)


def dictlit_bad(sink):
    param = request.args.get("q")
    m = {"a": "x", "b": param}
    bar = m.get("b")
    # ruleid: shapes
    sink.run("x" + bar)


def dictlit_good(sink):
    param = request.args.get("q")
    m = {"a": "x", "b": param}
    bar = m.get("a", "z")
    # ok: shapes
    sink.run("x" + bar)


def list_bad(sink):
    param = request.args.get("q")
    lst = []
    lst.append("safe")
    lst.append(param)
    lst.append("more")
    lst.pop(0)
    bar = lst[0]
    # ruleid: shapes
    sink.run("x" + bar)


def list_good(sink):
    param = request.args.get("q")
    lst = []
    lst.append("safe")
    lst.append(param)
    lst.append("more")
    lst.pop(0)
    bar = lst[1]
    # ok: shapes
    sink.run("x" + bar)


def listlit_bad(sink):
    param = request.args.get("q")
    bar = ["a", param][1]
    # ruleid: shapes
    sink.run("x" + bar)


def listlit_good(sink):
    param = request.args.get("q")
    bar = ["a", param][0]
    # ok: shapes
    sink.run("x" + bar)


def neg_bad(sink):
    param = request.args.get("q")
    xs = [param, "a", "b"]
    bar = xs[-3]
    # ruleid: shapes
    sink.run("x" + bar)


def neg_good(sink):
    param = request.args.get("q")
    xs = [param, "a", "b"]
    bar = xs[-1]
    # ok: shapes
    sink.run("x" + bar)


def tuple_bad(sink):
    param = request.args.get("q")
    a, b = "x", param
    bar = b
    # ruleid: shapes
    sink.run("x" + bar)


def tuple_good(sink):
    param = request.args.get("q")
    a, b = "x", param
    bar = a
    # ok: shapes
    sink.run("x" + bar)


def star_bad(sink):
    param = request.args.get("q")
    a, *rest = ["x", "y", param]
    bar = rest[1]
    # ruleid: shapes
    sink.run("x" + bar)


def star_good(sink):
    param = request.args.get("q")
    a, *rest = ["x", "y", param]
    bar = a
    # ok: shapes
    sink.run("x" + bar)


def slice_bad(sink):
    param = request.args.get("q")
    xs = ["a", param, "b"][1:]
    bar = xs[0]
    # ruleid: shapes
    sink.run("x" + bar)


def slice_good(sink):
    param = request.args.get("q")
    xs = ["a", param, "b"][2:]
    bar = xs[0]
    # ok: shapes
    sink.run("x" + bar)


def config_bad(sink):
    param = request.args.get("q")
    conf = configparser.ConfigParser()
    conf.add_section("s")
    conf.set("s", "keyA", "a")
    conf.set("s", "keyB", param)
    bar = conf.get("s", "keyB")
    # ruleid: shapes
    sink.run("x" + bar)


def config_good(sink):
    param = request.args.get("q")
    conf = configparser.ConfigParser()
    conf.add_section("s")
    conf.set("s", "keyA", "a")
    conf.set("s", "keyB", param)
    bar = conf.get("s", "keyA")
    # ok: shapes
    sink.run("x" + bar)


def configidx_bad(sink):
    param = request.args.get("q")
    conf = configparser.ConfigParser()
    conf["s"] = {"a": "1", "b": param}
    bar = conf["s"]["b"]
    # ruleid: shapes
    sink.run("x" + bar)


def configidx_good(sink):
    param = request.args.get("q")
    conf = configparser.ConfigParser()
    conf["s"] = {"a": "1", "b": param}
    bar = conf["s"]["a"]
    # ok: shapes
    sink.run("x" + bar)


def fstring_bad(sink):
    param = request.args.get("q")
    bar = f"x{param}y"
    # ruleid: shapes
    sink.run("x" + bar)


def fstring_good(sink):
    param = request.args.get("q")
    bar = f"x{len(param)}y"
    # ok: shapes
    sink.run("x" + bar)


def percent_bad(sink):
    param = request.args.get("q")
    bar = "%s-%d" % (param, 2)
    # ruleid: shapes
    sink.run("x" + bar)


def percent_good(sink):
    param = request.args.get("q")
    bar = "%s-%d" % ("a", 2)
    # ok: shapes
    sink.run("x" + bar)


def format_bad(sink):
    param = request.args.get("q")
    bar = "{}-{}".format("a", param)
    # ruleid: shapes
    sink.run("x" + bar)


def format_good(sink):
    param = request.args.get("q")
    bar = "{}-{}".format("a", "b")
    # ok: shapes
    sink.run("x" + bar)


def join_bad(sink):
    param = request.args.get("q")
    bar = "".join(["a", param])
    # ruleid: shapes
    sink.run("x" + bar)


def join_good(sink):
    param = request.args.get("q")
    bar = "".join(["a", "b"])
    # ok: shapes
    sink.run("x" + bar)


def strops_bad(sink):
    param = request.args.get("q")
    bar = ("a" + param).strip().replace("x", "y").lower()[1:]
    # ruleid: shapes
    sink.run("x" + bar)


def strops_good(sink):
    param = request.args.get("q")
    bar = "abc".upper().strip()[1:]
    # ok: shapes
    sink.run("x" + bar)


def split_bad(sink):
    param = request.args.get("q")
    bar = param.split(" ")[0]
    # ruleid: shapes
    sink.run("x" + bar)


def split_good(sink):
    param = request.args.get("q")
    bar = "a b".split(" ")[0]
    # ok: shapes
    sink.run("x" + bar)


def partition_bad(sink):
    param = request.args.get("q")
    bar = param.partition("=")[2]
    # ruleid: shapes
    sink.run("x" + bar)


def base64_bad(sink):
    param = request.args.get("q")
    tmp = base64.b64encode(param.encode("utf-8"))
    bar = base64.b64decode(tmp).decode("utf-8")
    # ruleid: shapes
    sink.run("x" + bar)


def compr_bad(sink):
    param = request.args.get("q")
    bar = "".join([c for c in param])
    # ruleid: shapes
    sink.run("x" + bar)


def compr_good(sink):
    param = request.args.get("q")
    bar = "".join(["x" for c in param])
    # ok: shapes
    sink.run("x" + bar)


def genexp_bad(sink):
    param = request.args.get("q")
    bar = "".join(c.upper() for c in param)
    # ruleid: shapes
    sink.run("x" + bar)


def dictcomp_bad(sink):
    param = request.args.get("q")
    m = {k: v for k, v in [("a", param)]}
    bar = m["a"]
    # ruleid: shapes
    sink.run("x" + bar)


def dictcomp_good(sink):
    param = request.args.get("q")
    m = {k: "z" for k, v in [("a", param)]}
    bar = m["a"]
    # ok: shapes
    sink.run("x" + bar)


def walrus_bad(sink):
    param = request.args.get("q")
    if (v := param):
        bar = v
    else:
        bar = ""
    # ruleid: shapes
    sink.run("x" + bar)


def walrus_good(sink):
    param = request.args.get("q")
    if (v := "k") and param:
        bar = v
    else:
        bar = ""
    # ok: shapes
    sink.run("x" + bar)


def do_something50(value):
    result = value
    return result


def helper_bad(sink):
    param = request.args.get("q")
    bar = do_something50(param)
    # ruleid: shapes
    sink.run("x" + bar)


def do_something51(value):
    num = 106
    result = "always" if 7 * 18 + num > 200 else value
    return result


def helper_good(sink):
    param = request.args.get("q")
    bar = do_something51(param)
    # ok: shapes
    sink.run("x" + bar)


def choose52(take, v):
    if take:
        return v
    return "none"


def helperctx_bad(sink):
    param = request.args.get("q")
    bar = choose52(True, param)
    # ruleid: shapes
    sink.run("x" + bar)


def choose53(take, v):
    if take:
        return v
    return "none"


def helperctx_good(sink):
    param = request.args.get("q")
    bar = choose53(False, param)
    # ok: shapes
    sink.run("x" + bar)


def same54(v):
    return v


def helperboth_bad(sink):
    param = request.args.get("q")
    other = same54("k")
    bar = same54(param)
    # ruleid: shapes
    sink.run("x" + bar)


def same55(v):
    return v


def helperboth_good(sink):
    param = request.args.get("q")
    other = same55(param)
    bar = same55("k")
    # ok: shapes
    sink.run("x" + bar)


def build56(v):
    return {"user": v, "role": "guest"}


def helperret_bad(sink):
    param = request.args.get("q")
    m = build56(param)
    bar = m["user"]
    # ruleid: shapes
    sink.run("x" + bar)


def build57(v):
    return {"user": v, "role": "guest"}


def helperret_good(sink):
    param = request.args.get("q")
    m = build57(param)
    bar = m["role"]
    # ok: shapes
    sink.run("x" + bar)


def pair58(v):
    return "x", v


def helpertuple_bad(sink):
    param = request.args.get("q")
    a, b = pair58(param)
    bar = b
    # ruleid: shapes
    sink.run("x" + bar)


def pair59(v):
    return "x", v


def helpertuple_good(sink):
    param = request.args.get("q")
    a, b = pair59(param)
    bar = a
    # ok: shapes
    sink.run("x" + bar)


def fill60(acc, v):
    acc.append(v)
    acc.append("end")


def helperout_bad(sink):
    param = request.args.get("q")
    acc = []
    fill60(acc, param)
    bar = acc[0]
    # ruleid: shapes
    sink.run("x" + bar)


def fill61(acc, v):
    acc.append(v)
    acc.append("end")


def helperout_good(sink):
    param = request.args.get("q")
    acc = []
    fill61(acc, param)
    bar = acc[1]
    # ok: shapes
    sink.run("x" + bar)


def kw62(a="1", b="2"):
    return b


def kwargs_bad(sink):
    param = request.args.get("q")
    bar = kw62(a="x", b=param)
    # ruleid: shapes
    sink.run("x" + bar)


def kw63(a="1", b="2"):
    return b


def kwargs_good(sink):
    param = request.args.get("q")
    bar = kw63(a=param, b="x")
    # ok: shapes
    sink.run("x" + bar)


def last64(*args):
    return args[2]


def starargs_bad(sink):
    param = request.args.get("q")
    bar = last64("a", "b", param)
    # ruleid: shapes
    sink.run("x" + bar)


def last65(*args):
    return args[2]


def starargs_good(sink):
    param = request.args.get("q")
    bar = last65("a", param, "c")
    # ok: shapes
    sink.run("x" + bar)


def opt66(**kwargs):
    return kwargs["y"]


def starkw_bad(sink):
    param = request.args.get("q")
    bar = opt66(x="a", y=param)
    # ruleid: shapes
    sink.run("x" + bar)


def opt67(**kwargs):
    return kwargs["y"]


def starkw_good(sink):
    param = request.args.get("q")
    bar = opt67(x=param, y="a")
    # ok: shapes
    sink.run("x" + bar)


def dflt68(v="k"):
    return v


def default_bad(sink):
    param = request.args.get("q")
    bar = dflt68(param)
    # ruleid: shapes
    sink.run("x" + bar)


def dflt69(v="k"):
    return v


def default_good(sink):
    param = request.args.get("q")
    bar = dflt69()
    # ok: shapes
    sink.run("x" + bar)


class Test70:
    def do(self, p):
        xs = ["safe", p, "more"]
        xs.pop(0)
        return xs[0]


def inner_bad(sink):
    param = request.args.get("q")
    bar = Test70().do(param)
    # ruleid: shapes
    sink.run("x" + bar)


class Test71:
    def do(self, p):
        xs = ["safe", p, "more"]
        xs.pop(0)
        return xs[1]


def inner_good(sink):
    param = request.args.get("q")
    bar = Test71().do(param)
    # ok: shapes
    sink.run("x" + bar)


class Box72:
    def __init__(self, a, b):
        self.a = a
        self.b = b


def bean_bad(sink):
    param = request.args.get("q")
    b = Box72(param, "s")
    bar = b.a
    # ruleid: shapes
    sink.run("x" + bar)


class Box73:
    def __init__(self, a, b):
        self.a = a
        self.b = b


def bean_good(sink):
    param = request.args.get("q")
    b = Box73(param, "s")
    bar = b.b
    # ok: shapes
    sink.run("x" + bar)


class Box74:
    def __init__(self, v):
        self._v = v

    def get(self):
        return self._v


def bean2_bad(sink):
    param = request.args.get("q")
    x = Box74("s")
    y = Box74(param)
    bar = y.get()
    # ruleid: shapes
    sink.run("x" + bar)


class Box75:
    def __init__(self, v):
        self._v = v

    def get(self):
        return self._v


def bean2_good(sink):
    param = request.args.get("q")
    x = Box75("s")
    y = Box75(param)
    bar = x.get()
    # ok: shapes
    sink.run("x" + bar)


@dataclass
class Rec76:
    a: str
    b: str


def dataclass_bad(sink):
    param = request.args.get("q")
    b = Rec76(param, "s")
    bar = b.a
    # ruleid: shapes
    sink.run("x" + bar)


@dataclass
class Rec77:
    a: str
    b: str


def dataclass_good(sink):
    param = request.args.get("q")
    b = Rec77(param, "s")
    bar = b.b
    # ok: shapes
    sink.run("x" + bar)


class Box78:
    def __init__(self, v):
        self._v = v

    @property
    def value(self):
        return self._v


def property_bad(sink):
    param = request.args.get("q")
    b = Box78(param)
    bar = b.value
    # ruleid: shapes
    sink.run("x" + bar)


class Box79:
    def __init__(self, v):
        self._v = v

    @property
    def value(self):
        return self._v


def property_good(sink):
    param = request.args.get("q")
    b = Box79("k")
    bar = b.value
    # ok: shapes
    sink.run("x" + bar)


Point80 = collections.namedtuple("Point80", ["x", "y"])


def namedtuple_bad(sink):
    param = request.args.get("q")
    p = Point80(param, "y")
    bar = p.x
    # ruleid: shapes
    sink.run("x" + bar)


Point81 = collections.namedtuple("Point81", ["x", "y"])


def namedtuple_good(sink):
    param = request.args.get("q")
    p = Point81(param, "y")
    bar = p.y
    # ok: shapes
    sink.run("x" + bar)


class Conf82:
    value = "x"


def classattr_bad(sink):
    param = request.args.get("q")
    Conf82.value = param
    bar = Conf82.value
    # ruleid: shapes
    sink.run("x" + bar)


class Conf83:
    value = "x"


def classattr_good(sink):
    param = request.args.get("q")
    Conf83.value = "k"
    bar = Conf83.value
    # ok: shapes
    sink.run("x" + bar)


class Tool84:
    @staticmethod
    def run(v):
        return v


def static_bad(sink):
    param = request.args.get("q")
    bar = Tool84.run(param)
    # ruleid: shapes
    sink.run("x" + bar)


class Tool85:
    @staticmethod
    def run(v):
        return "k"


def static_good(sink):
    param = request.args.get("q")
    bar = Tool85.run(param)
    # ok: shapes
    sink.run("x" + bar)


class Base86:
    def work(self, s):
        return "b"


class Derived86(Base86):
    def work(self, s):
        return s


def inherit_bad(sink):
    param = request.args.get("q")
    bar = Derived86().work(param)
    # ruleid: shapes
    sink.run("x" + bar)


class Base87:
    def work(self, s):
        return s


class Derived87(Base87):
    def work(self, s):
        return "d"


def inherit_good(sink):
    param = request.args.get("q")
    bar = Derived87().work(param)
    # ok: shapes
    sink.run("x" + bar)


class Base88:
    def __init__(self, v):
        self.v = v


class Derived88(Base88):
    def __init__(self, s):
        super().__init__(s)


def super_bad(sink):
    param = request.args.get("q")
    bar = Derived88(param).v
    # ruleid: shapes
    sink.run("x" + bar)


class Base89:
    def __init__(self, v):
        self.v = v


class Derived89(Base89):
    def __init__(self, s):
        super().__init__("k")


def super_good(sink):
    param = request.args.get("q")
    bar = Derived89(param).v
    # ok: shapes
    sink.run("x" + bar)


def lambda_bad(sink):
    param = request.args.get("q")
    f = lambda s: s + "!"
    bar = f(param)
    # ruleid: shapes
    sink.run("x" + bar)


def lambda_good(sink):
    param = request.args.get("q")
    f = lambda s: "fixed"
    bar = f(param)
    # ok: shapes
    sink.run("x" + bar)


def closure_bad(sink):
    param = request.args.get("q")
    def inner():
        return param
    bar = inner()
    # ruleid: shapes
    sink.run("x" + bar)


def closure_good(sink):
    param = request.args.get("q")
    def inner():
        return "k"
    bar = inner()
    # ok: shapes
    sink.run("x" + bar)


def map_bad(sink):
    param = request.args.get("q")
    bar = "".join(map(lambda c: c, [param]))
    # ruleid: shapes
    sink.run("x" + bar)


def map_good(sink):
    param = request.args.get("q")
    bar = "".join(map(lambda c: "k", [param]))
    # ok: shapes
    sink.run("x" + bar)


def gen96(v):
    yield "a"
    yield v


def generator_bad(sink):
    param = request.args.get("q")
    bar = "".join(gen96(param))
    # ruleid: shapes
    sink.run("x" + bar)


def gen97(v):
    yield "a"
    yield v


def generator_good(sink):
    param = request.args.get("q")
    bar = "".join(gen97("k"))
    # ok: shapes
    sink.run("x" + bar)


def trycatch_bad(sink):
    param = request.args.get("q")
    try:
        bar = int("zz")
    except ValueError:
        bar = param
    # ruleid: shapes
    sink.run("x" + bar)


def trycatch_good(sink):
    param = request.args.get("q")
    bar = param
    try:
        int("zz")
    finally:
        bar = "k"
    # ok: shapes
    sink.run("x" + bar)


def loop_bad(sink):
    param = request.args.get("q")
    bar = ""
    for c in param:
        bar += c
    # ruleid: shapes
    sink.run("x" + bar)


def loop_good(sink):
    param = request.args.get("q")
    bar = ""
    for c in param:
        bar += "x"
    # ok: shapes
    sink.run("x" + bar)


def while_bad(sink):
    param = request.args.get("q")
    bar = ""
    i = 0
    while i < 1:
        bar = param
        i += 1
    # ruleid: shapes
    sink.run("x" + bar)


def while_good(sink):
    param = request.args.get("q")
    bar = "k"
    i = 3
    while i < 1:
        bar = param
    # ok: shapes
    sink.run("x" + bar)


def with_bad(sink):
    param = request.args.get("q")
    with io.StringIO(param) as fh:
        bar = fh.read()
    # ruleid: shapes
    sink.run("x" + bar)


def with_good(sink):
    param = request.args.get("q")
    with io.StringIO("k") as fh:
        bar = fh.read()
    # ok: shapes
    sink.run("x" + bar)


def thread_bad(sink):
    param = request.args.get("q")
    bar = param if isinstance(param, str) else ""
    # ruleid: shapes
    sink.run("x" + bar)


def thread_good(sink):
    param = request.args.get("q")
    bar = "k" if True else param
    # ok: shapes
    sink.run("x" + bar)


def or_bad(sink):
    param = request.args.get("q")
    bar = param or "d"
    # ruleid: shapes
    sink.run("x" + bar)


def or_good(sink):
    param = request.args.get("q")
    bar = "d" or param
    # ok: shapes
    sink.run("x" + bar)


def number_bad(sink):
    param = request.args.get("q")
    bar = str(3) + param
    # ruleid: shapes
    sink.run("x" + bar)


def number_good(sink):
    param = request.args.get("q")
    bar = str(int(param))
    # ok: shapes
    sink.run("x" + bar)


def setdefault_bad(sink):
    param = request.args.get("q")
    m = {}
    m.setdefault("a", param)
    bar = m["a"]
    # ruleid: shapes
    sink.run("x" + bar)


def setdefault_good(sink):
    param = request.args.get("q")
    m = {"a": "k"}
    m["b"] = param
    bar = m["a"]
    # ok: shapes
    sink.run("x" + bar)


def update_bad(sink):
    param = request.args.get("q")
    m = {"a": "k"}
    m.update({"a": param})
    bar = m["a"]
    # ruleid: shapes
    sink.run("x" + bar)


def update_good(sink):
    param = request.args.get("q")
    m = {"a": "k"}
    m.update({"b": param})
    bar = m["a"]
    # ok: shapes
    sink.run("x" + bar)


def del_bad(sink):
    param = request.args.get("q")
    m = {"a": param}
    bar = m.pop("a")
    # ruleid: shapes
    sink.run("x" + bar)


def del_good(sink):
    param = request.args.get("q")
    xs = [param, "b"]
    del xs[0]
    bar = xs[0]
    # ok: shapes
    sink.run("x" + bar)


def deque_bad(sink):
    param = request.args.get("q")
    q = collections.deque()
    q.append("a")
    q.append(param)
    bar = q.pop()
    # ruleid: shapes
    sink.run("x" + bar)


def deque_good(sink):
    param = request.args.get("q")
    q = collections.deque()
    q.append("a")
    q.append(param)
    bar = q.popleft()
    # ok: shapes
    sink.run("x" + bar)


def zip_bad(sink):
    param = request.args.get("q")
    bar = ""
    for a, b in zip(["x"], [param]):
        bar = b
    # ruleid: shapes
    sink.run("x" + bar)


def zip_good(sink):
    param = request.args.get("q")
    bar = ""
    for a, b in zip(["x"], [param]):
        bar = a
    # ok: shapes
    sink.run("x" + bar)


def enumerate_bad(sink):
    param = request.args.get("q")
    bar = ""
    for i, v in enumerate([param]):
        bar = v
    # ruleid: shapes
    sink.run("x" + bar)


def enumerate_good(sink):
    param = request.args.get("q")
    bar = ""
    for i, v in enumerate([param]):
        bar = str(i)
    # ok: shapes
    sink.run("x" + bar)


def items_bad(sink):
    param = request.args.get("q")
    bar = ""
    for k, v in {"a": param}.items():
        bar = v
    # ruleid: shapes
    sink.run("x" + bar)


def items_good(sink):
    param = request.args.get("q")
    bar = ""
    for k, v in {"a": param}.items():
        bar = k
    # ok: shapes
    sink.run("x" + bar)


async def aw126(v):
    return v


def async_bad(sink):
    param = request.args.get("q")
    bar = asyncio.run(aw126(param))
    # ruleid: shapes
    sink.run("x" + bar)


async def aw127(v):
    return v


def async_good(sink):
    param = request.args.get("q")
    bar = asyncio.run(aw127("k"))
    # ok: shapes
    sink.run("x" + bar)


def deco128(fn):
    @functools.wraps(fn)
    def inner(*args, **kwargs):
        return fn(*args, **kwargs)
    return inner


@deco128
def decorated128(v):
    return v


def deco_bad(sink):
    param = request.args.get("q")
    bar = decorated128(param)
    # ruleid: shapes
    sink.run("x" + bar)


def deco129(fn):
    @functools.wraps(fn)
    def inner(*args, **kwargs):
        return fn(*args, **kwargs)
    return inner


@deco129
def decorated129(v):
    return v


def deco_good(sink):
    param = request.args.get("q")
    bar = decorated129("k")
    # ok: shapes
    sink.run("x" + bar)


def same130(v):
    return v


def partial_bad(sink):
    param = request.args.get("q")
    f = functools.partial(same130, param)
    bar = f()
    # ruleid: shapes
    sink.run("x" + bar)


def stringio_bad(sink):
    param = request.args.get("q")
    buf = io.StringIO()
    buf.write(param)
    bar = buf.getvalue()
    # ruleid: shapes
    sink.run("x" + bar)


def stringio_good(sink):
    param = request.args.get("q")
    buf = io.StringIO()
    buf.write("k")
    bar = buf.getvalue()
    # ok: shapes
    sink.run("x" + bar)


def reassign_bad(sink):
    param = request.args.get("q")
    bar = "k"
    bar = param
    # ruleid: shapes
    sink.run("x" + bar)


def reassign_good(sink):
    param = request.args.get("q")
    bar = param
    bar = "k"
    # ok: shapes
    sink.run("x" + bar)


def cmp_bad(sink):
    param = request.args.get("q")
    mode = "live"
    bar = "k"
    if mode == "live":
        bar = param
    # ruleid: shapes
    sink.run("x" + bar)


def cmp_good(sink):
    param = request.args.get("q")
    mode = "live"
    bar = "k"
    if mode != "live":
        bar = param
    # ok: shapes
    sink.run("x" + bar)


MODE137 = 1


def const_bad(sink):
    param = request.args.get("q")
    bar = param if MODE137 == 1 else "x"
    # ruleid: shapes
    sink.run("x" + bar)


MODE138 = 1


def const_good(sink):
    param = request.args.get("q")
    bar = param if MODE138 == 2 else "x"
    # ok: shapes
    sink.run("x" + bar)
