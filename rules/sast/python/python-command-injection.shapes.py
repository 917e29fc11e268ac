import os
from flask import Flask, request

app = Flask(__name__)

# Ways that a value takes, and safe twins of them: constants decide branches, elements and fields are told apart.


@app.route("/direct-bad")
def direct_bad():
    p = request.args["id"]
    bar = p
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/concat-bad")
def concat_bad():
    p = request.args["id"]
    bar = "a" + p + "b"
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/fstring-bad")
def fstring_bad():
    p = request.args["id"]
    bar = f"x{p}y"
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/percent-bad")
def percent_bad():
    p = request.args["id"]
    bar = "x%s" % p
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/format-bad")
def format_bad():
    p = request.args["id"]
    bar = "{}-{}".format("a", p)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/format-kw-safe")
def format_kw_safe():
    p = request.args["id"]
    bar = "{a}".format(a="x")
    unused = p
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/strip-bad")
def strip_bad():
    p = request.args["id"]
    bar = p.strip().lower().replace("x", "y")
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/slice-bad")
def slice_bad():
    p = request.args["id"]
    bar = p[1:-1]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/join-bad")
def join_bad():
    p = request.args["id"]
    bar = ",".join(["a", p])
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/join-gen-bad")
def join_gen_bad():
    p = request.args["id"]
    bar = "".join(c for c in p)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/listcomp-bad")
def listcomp_bad():
    p = request.args["id"]
    bar = [x for x in [p]][0]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/if-const-safe")
def if_const_safe():
    p = request.args["id"]
    num = 86
    if 7 * 42 - num > 200:
        bar = "This_should_always_happen"
    else:
        bar = p
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/if-const-bad")
def if_const_bad():
    p = request.args["id"]
    num = 196
    if 500 // 42 + num > 200:
        bar = p
    else:
        bar = "never"
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/tern-safe")
def tern_safe():
    p = request.args["id"]
    num = 106
    bar = "always" if 7 * 18 + num > 200 else p
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/tern-bad")
def tern_bad():
    p = request.args["id"]
    num = 106
    bar = "always" if 7 * 18 + num < 200 else p
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/match-bad")
def match_bad():
    p = request.args["id"]
    possible = "ABC"
    guess = possible[2]
    match guess:
        case "A":
            bar = p
        case "B":
            bar = "bob"
        case "C" | "D":
            bar = p
        case _:
            bar = "bobs uncle"
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/match-safe")
def match_safe():
    p = request.args["id"]
    possible = "ABC"
    guess = possible[1]
    match guess:
        case "A":
            bar = p
        case "B":
            bar = "bob"
        case "C" | "D":
            bar = p
        case _:
            bar = "bobs uncle"
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/dict-bad")
def dict_bad():
    p = request.args["id"]
    m = {}
    m["keyA"] = "a"
    m["keyB"] = p
    m["keyC"] = "c"
    bar = m["keyB"]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/dict-safe")
def dict_safe():
    p = request.args["id"]
    m = {}
    m["keyA"] = "a"
    m["keyB"] = p
    m["keyC"] = "c"
    bar = m["keyB"]
    bar = m["keyA"]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/dictlit-bad")
def dictlit_bad():
    p = request.args["id"]
    m = {"a": 1, "b": p}
    bar = m.get("b", "d")
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/dictlit-safe")
def dictlit_safe():
    p = request.args["id"]
    m = {"a": "q", "b": p}
    bar = m.get("a", "d")
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/dict-items-bad")
def dict_items_bad():
    p = request.args["id"]
    m = {"b": p}
    bar = ""
    for k, v in m.items():
        bar = v
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/dict-update-bad")
def dict_update_bad():
    p = request.args["id"]
    m = {}
    m.update({"b": p})
    bar = m["b"]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/dict-update-safe")
def dict_update_safe():
    p = request.args["id"]
    m = {"a": "x"}
    m.update(b=p)
    bar = m["a"]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/dict-spread-bad")
def dict_spread_bad():
    p = request.args["id"]
    m = {**{"b": p}, "c": 1}
    bar = m["b"]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/list-bad")
def list_bad():
    p = request.args["id"]
    l = []
    l.append("safe")
    l.append(p)
    l.append("moresafe")
    l.pop(0)
    bar = l[0]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/list-safe")
def list_safe():
    p = request.args["id"]
    l = []
    l.append("safe")
    l.append(p)
    l.append("moresafe")
    l.pop(0)
    bar = l[1]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/list-insert-safe")
def list_insert_safe():
    p = request.args["id"]
    l = [p]
    l.insert(0, "x")
    bar = l[0]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/list-neg-bad")
def list_neg_bad():
    p = request.args["id"]
    l = ["a", "b", p]
    bar = l[-1]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/list-neg-safe")
def list_neg_safe():
    p = request.args["id"]
    l = ["a", p, "b"]
    bar = l[-1]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/del-safe")
def del_safe():
    p = request.args["id"]
    l = [p, "b"]
    del l[0]
    bar = l[0]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/tuple-unpack-bad")
def tuple_unpack_bad():
    p = request.args["id"]
    a, bar = "x", p
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/tuple-unpack-safe")
def tuple_unpack_safe():
    p = request.args["id"]
    bar, a = "x", p
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/star-unpack-bad")
def star_unpack_bad():
    p = request.args["id"]
    a, *rest = ["x", p]
    bar = rest[0]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/set-bad")
def set_bad():
    p = request.args["id"]
    s = set()
    s.add(p)
    bar = s.pop()
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/deque-bad")
def deque_bad():
    p = request.args["id"]
    import collections
    d = collections.deque()
    d.append(p)
    bar = d.popleft()
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


def work_func_bad(a):
    b = a
    if len(a) > 3:
        b = a[1:]
    return b


@app.route("/func-bad")
def func_bad():
    p = request.args["id"]
    bar = work_func_bad(p)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


def work_func_safe(a):
    b = "safe"
    return b


@app.route("/func-safe")
def func_safe():
    p = request.args["id"]
    bar = work_func_safe(p)
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


def work_func_kw_safe(a, b):
    return a


@app.route("/func-kw-safe")
def func_kw_safe():
    p = request.args["id"]
    bar = work_func_kw_safe(b=p, a="x")
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


def work_func_kw_bad(a, b):
    return a


@app.route("/func-kw-bad")
def func_kw_bad():
    p = request.args["id"]
    bar = work_func_kw_bad(b="x", a=p)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


def work_func_args_bad(*args):
    return args[1]


@app.route("/func-args-bad")
def func_args_bad():
    p = request.args["id"]
    bar = work_func_args_bad("x", p)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


def work_func_args_safe(*args):
    return args[0]


@app.route("/func-args-safe")
def func_args_safe():
    p = request.args["id"]
    bar = work_func_args_safe("x", p)
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


def work_func_kwargs_bad(**kw):
    return kw["x"]


@app.route("/func-kwargs-bad")
def func_kwargs_bad():
    p = request.args["id"]
    bar = work_func_kwargs_bad(x=p)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


def work_func_default_bad(a, mode=1):
    if mode == 1:
        return a
    return "x"


@app.route("/func-default-bad")
def func_default_bad():
    p = request.args["id"]
    bar = work_func_default_bad(p)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


def work_func_mode_safe(a, mode=1):
    if mode == 1:
        return a
    return "x"


@app.route("/func-mode-safe")
def func_mode_safe():
    p = request.args["id"]
    bar = work_func_mode_safe(p, 2)
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/inner-def-bad")
def inner_def_bad():
    p = request.args["id"]
    def inner(a):
        return a + "!"
    bar = inner(p)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/closure-bad")
def closure_bad():
    p = request.args["id"]
    def inner():
        return p
    bar = inner()
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/lambda-bad")
def lambda_bad():
    p = request.args["id"]
    fn = lambda s: s + "!"
    bar = fn(p)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/lambda-safe")
def lambda_safe():
    p = request.args["id"]
    fn = lambda s: "c"
    bar = fn(p)
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


class HolderClassBad:
    def __init__(self, v):
        self.v = v
        self.w = "w"
    def value(self):
        return self.v
    def other(self):
        return self.w


@app.route("/class-bad")
def class_bad():
    p = request.args["id"]
    bar = HolderClassBad(p).value()
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


class HolderClassSafe:
    def __init__(self, v):
        self.v = v
        self.w = "w"
    def value(self):
        return self.v
    def other(self):
        return self.w


@app.route("/class-safe")
def class_safe():
    p = request.args["id"]
    bar = HolderClassSafe(p).other()
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


import dataclasses
@dataclasses.dataclass
class PairDataclassBad:
    a: str
    b: str


@app.route("/dataclass-bad")
def dataclass_bad():
    p = request.args["id"]
    bar = PairDataclassBad("x", p).b
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


import dataclasses
@dataclasses.dataclass
class PairDataclassSafe:
    a: str
    b: str


@app.route("/dataclass-safe")
def dataclass_safe():
    p = request.args["id"]
    bar = PairDataclassSafe("x", p).a
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


import collections
PairNamedtupleBad = collections.namedtuple("PairNamedtupleBad", ["a", "b"])


@app.route("/namedtuple-bad")
def namedtuple_bad():
    p = request.args["id"]
    bar = PairNamedtupleBad(a="x", b=p).b
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


class HolderPropertyBad:
    def __init__(self, v):
        self._v = v
    @property
    def value(self):
        return self._v


@app.route("/property-bad")
def property_bad():
    p = request.args["id"]
    bar = HolderPropertyBad(p).value
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


class HelperStaticBad:
    @staticmethod
    def go(a):
        return a
    @classmethod
    def no(cls, a):
        return "x"


@app.route("/static-bad")
def static_bad():
    p = request.args["id"]
    bar = HelperStaticBad.go(p)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


class HelperClassmethodSafe:
    @staticmethod
    def go(a):
        return a
    @classmethod
    def no(cls, a):
        return "x"


@app.route("/classmethod-safe")
def classmethod_safe():
    p = request.args["id"]
    bar = HelperClassmethodSafe.no(p)
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


class ParentInheritBad:
    def go(self, a):
        return a
class ChildInheritBad(ParentInheritBad):
    pass


@app.route("/inherit-bad")
def inherit_bad():
    p = request.args["id"]
    bar = ChildInheritBad().go(p)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


class ParentInheritSafe:
    def go(self, a):
        return a
class ChildInheritSafe(ParentInheritSafe):
    def go(self, a):
        return "x"


@app.route("/inherit-safe")
def inherit_safe():
    p = request.args["id"]
    bar = ChildInheritSafe().go(p)
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/config-bad")
def config_bad():
    p = request.args["id"]
    import configparser
    conf = configparser.ConfigParser()
    conf.add_section("s")
    conf.set("s", "keyA", "a_Value")
    conf.set("s", "keyB", p)
    bar = conf.get("s", "keyB")
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/config-safe")
def config_safe():
    p = request.args["id"]
    import configparser
    conf = configparser.ConfigParser()
    conf.add_section("s")
    conf.set("s", "keyA", "a_Value")
    conf.set("s", "keyB", p)
    bar = conf.get("s", "keyA")
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/base64-bad")
def base64_bad():
    p = request.args["id"]
    import base64
    bar = base64.b64decode(base64.b64encode(p.encode("utf-8"))).decode("utf-8")
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/int-safe")
def int_safe():
    p = request.args["id"]
    bar = str(int(p))
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/len-safe")
def len_safe():
    p = request.args["id"]
    bar = f"n{len(p)}"
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/overwrite-safe")
def overwrite_safe():
    p = request.args["id"]
    bar = p
    bar = "x"
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/iadd-bad")
def iadd_bad():
    p = request.args["id"]
    bar = ""
    for c in p:
        bar += c
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/try-bad")
def try_bad():
    p = request.args["id"]
    try:
        bar = p[2:]
    except Exception:
        bar = ""
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/with-io-bad")
def with_io_bad():
    p = request.args["id"]
    import io
    buf = io.StringIO()
    buf.write(p)
    bar = buf.getvalue()
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/map-bad")
def map_bad():
    p = request.args["id"]
    bar = list(map(str.strip, [p]))[0]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/or-bad")
def or_bad():
    p = request.args["id"]
    bar = p or "default"
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/while-safe")
def while_safe():
    p = request.args["id"]
    bar = "x"
    while False:
        bar = p
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


DEBUG_debug_safe = False


@app.route("/debug-safe")
def debug_safe():
    p = request.args["id"]
    bar = "x"
    if DEBUG_debug_safe:
        bar = p
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


DEBUG_debug_bad = True


@app.route("/debug-bad")
def debug_bad():
    p = request.args["id"]
    bar = "x"
    if DEBUG_debug_bad:
        bar = p
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/eqconst-safe")
def eqconst_safe():
    p = request.args["id"]
    mode = "a"
    bar = "x"
    if mode == "b":
        bar = p
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/inconst-safe")
def inconst_safe():
    p = request.args["id"]
    bar = "x"
    if "should" in "not here":
        bar = p
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/inconst-bad")
def inconst_bad():
    p = request.args["id"]
    bar = "x"
    if "should" not in "not here":
        bar = p
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/allow-safe")
def allow_safe():
    p = request.args["id"]
    if p not in ("a", "b"):
        return "no"
    bar = p
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/allowif-safe")
def allowif_safe():
    p = request.args["id"]
    bar = "x"
    if p in ["a", "b"]:
        bar = p
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/table-safe")
def table_safe():
    p = request.args["id"]
    bar = {"a": "x", "b": "y"}.get(p, "z")
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/fullmatch-safe")
def fullmatch_safe():
    p = request.args["id"]
    import re
    if not re.fullmatch(r"[a-z0-9]+", p):
        return "no"
    bar = p
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


LAST_global_bad = ""


@app.route("/global-bad")
def global_bad():
    p = request.args["id"]
    global LAST_global_bad
    LAST_global_bad = p
    bar = LAST_global_bad
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


def gen_yield_bad(a):
    yield a


@app.route("/yield-bad")
def yield_bad():
    p = request.args["id"]
    bar = next(gen_yield_bad(p))
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


def fill_out_list_bad(o, a):
    o.append(a)


@app.route("/out-list-bad")
def out_list_bad():
    p = request.args["id"]
    o = []
    fill_out_list_bad(o, p)
    bar = o[0]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


def fill_out_dict_safe(o, a):
    o["a"] = a
    o["b"] = "x"


@app.route("/out-dict-safe")
def out_dict_safe():
    p = request.args["id"]
    o = {}
    fill_out_dict_safe(o, p)
    bar = o["b"]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


def rec_recursion_bad(a, n):
    if n == 0:
        return a
    return rec_recursion_bad(a + "x", n - 1)


@app.route("/recursion-bad")
def recursion_bad():
    p = request.args["id"]
    bar = rec_recursion_bad(p, 3)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


import functools
def deco_decorator_bad(f):
    @functools.wraps(f)
    def w(*a, **k):
        return f(*a, **k)
    return w
@deco_decorator_bad
def work_decorator_bad(a):
    return a


@app.route("/decorator-bad")
def decorator_bad():
    p = request.args["id"]
    bar = work_decorator_bad(p)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/enum-zip-bad")
def enum_zip_bad():
    p = request.args["id"]
    bar = ""
    for i, x in enumerate([p]):
        bar = x
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/nested-attr-bad")
def nested_attr_bad():
    p = request.args["id"]
    class O: pass
    o = O()
    o.i = O()
    o.i.v = p
    bar = o.i.v
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/nested-attr-safe")
def nested_attr_safe():
    p = request.args["id"]
    class O: pass
    o = O()
    o.v = p
    o.w = "w"
    bar = o.w
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/zip-dict-bad")
def zip_dict_bad():
    p = request.args["id"]
    bar = dict(zip(["a", "b"], [p, "x"]))["a"]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/zip-dict-safe")
def zip_dict_safe():
    p = request.args["id"]
    bar = dict(zip(["a", "b"], [p, "x"]))["b"]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/and-constant-safe")
def and_constant_safe():
    p = request.args["id"]
    bar = p and "present"
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/only-letters-safe")
def only_letters_safe():
    p = request.args["id"]
    import re
    bar = re.sub(r"[^a-z0-9]", "", p)
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/only-spaces-bad")
def only_spaces_bad():
    p = request.args["id"]
    import re
    bar = re.sub(r"\s+", " ", p)
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/digits-ternary-safe")
def digits_ternary_safe():
    p = request.args["id"]
    bar = p if p.isdigit() else "0"
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/allowed-ternary-safe")
def allowed_ternary_safe():
    p = request.args["id"]
    bar = p if p in ("a", "b") else "a"
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/is-none-safe")
def is_none_safe():
    p = request.args["id"]
    bar = str(p is None)
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/count-safe")
def count_safe():
    p = request.args["id"]
    bar = str(p.count("a"))
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/find-safe")
def find_safe():
    p = request.args["id"]
    bar = str(p.find("a"))
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/type-safe")
def type_safe():
    p = request.args["id"]
    bar = type(p).__name__
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/enum-safe")
def enum_safe():
    p = request.args["id"]
    import enum
    class Sort(enum.Enum):
        ASC = "asc"
        DESC = "desc"
    bar = Sort(p).value
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/computed-index-safe")
def computed_index_safe():
    p = request.args["id"]
    l = ["a", "b"]
    n = 0
    l[n + 1] = p
    bar = l[0]
    # ok: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/computed-index-bad")
def computed_index_bad():
    p = request.args["id"]
    l = ["a", "b"]
    n = 0
    l[n + 1] = p
    bar = l[1]
    # ruleid: python-command-injection
    os.system("ls " + bar)
    return "ok"


@app.route("/any-safe")
def any_safe():
    # ok: python-command-injection
    os.system("ls " + str(any([request.args["id"]])))
    return "ok"
