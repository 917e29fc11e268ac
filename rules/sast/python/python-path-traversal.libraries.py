# What further libraries and methods do with the value.
from flask import Flask, request
import pathlib
from pathlib import Path
import io
import os
import shutil
from flask import send_file
from flask import current_app
import tempfile
import fileinput
import gzip
import bz2
import lzma
import tarfile
import zipfile
import configparser
import sqlite3
import dbm
import logging
import numpy as np
import pandas as pd
from PIL import Image
import importlib.resources as r
import pkgutil
from werkzeug.utils import secure_filename
from flask import send_from_directory
from werkzeug.security import safe_join

app = Flask(__name__)


@app.route("/case116", methods=["GET", "POST"])
def case116():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    Path("/data/" + given).rename("/data/b")
    return "done"


@app.route("/case117", methods=["GET", "POST"])
def case117():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    Path("/data/a").rename("/data/" + given)
    return "done"


@app.route("/case118", methods=["GET", "POST"])
def case118():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    list(Path("/data/" + given).glob("*"))
    return "done"


@app.route("/case121", methods=["GET", "POST"])
def case121():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    Path("/data/a").symlink_to("/data/" + given)
    return "done"


@app.route("/case123", methods=["GET", "POST"])
def case123():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    io.FileIO("/data/" + given)
    return "done"


@app.route("/case124", methods=["GET", "POST"])
def case124():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    io.open_code("/data/" + given)
    return "done"


@app.route("/case130", methods=["GET", "POST"])
def case130():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    os.rename(src="/data/" + given, dst="/data/a")
    return "done"


@app.route("/case131", methods=["GET", "POST"])
def case131():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    os.renames("/data/" + given, "/data/a")
    return "done"


@app.route("/case133", methods=["GET", "POST"])
def case133():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    os.mkfifo("/data/" + given)
    return "done"


@app.route("/case134", methods=["GET", "POST"])
def case134():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    os.readlink("/data/" + given)
    return "done"


@app.route("/case135", methods=["GET", "POST"])
def case135():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    os.utime("/data/" + given)
    return "done"


@app.route("/case140", methods=["GET", "POST"])
def case140():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    shutil.copy(src="/data/" + given, dst="/tmp/b")
    return "done"


@app.route("/case141", methods=["GET", "POST"])
def case141():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    shutil.unpack_archive("/data/" + given, "/tmp")
    return "done"


@app.route("/case142", methods=["GET", "POST"])
def case142():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    shutil.make_archive("/data/" + given, "zip", "/tmp")
    return "done"


@app.route("/case145", methods=["GET", "POST"])
def case145():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    return send_file(path_or_file="/data/" + given)


@app.route("/case147", methods=["GET", "POST"])
def case147():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    current_app.open_resource("data/" + given).read()
    return "done"


@app.route("/case148", methods=["GET", "POST"])
def case148():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    current_app.open_instance_resource("data/" + given).read()
    return "done"


@app.route("/case150", methods=["GET", "POST"])
def case150():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    tempfile.NamedTemporaryFile(prefix=given)
    return "done"


@app.route("/case151", methods=["GET", "POST"])
def case151():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    tempfile.mkdtemp(dir="/data/" + given)
    return "done"


@app.route("/case153", methods=["GET", "POST"])
def case153():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    fileinput.FileInput("/data/" + given)
    return "done"


@app.route("/case156", methods=["GET", "POST"])
def case156():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    gzip.GzipFile("/data/" + given)
    return "done"


@app.route("/case157", methods=["GET", "POST"])
def case157():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    bz2.BZ2File("/data/" + given)
    return "done"


@app.route("/case158", methods=["GET", "POST"])
def case158():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    lzma.LZMAFile("/data/" + given)
    return "done"


@app.route("/case160", methods=["GET", "POST"])
def case160():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    tarfile.TarFile("/data/" + given)
    return "done"


@app.route("/case162", methods=["GET", "POST"])
def case162():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    zipfile.ZipFile(file="/data/" + given)
    return "done"


@app.route("/case163", methods=["GET", "POST"])
def case163():
    given = request.args.get("given", "")
    c = configparser.ConfigParser()
    # ruleid: python-path-traversal
    c.read("/data/" + given)
    return "done"


@app.route("/case166", methods=["GET", "POST"])
def case166():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    sqlite3.connect("/data/" + given)
    return "done"


@app.route("/case167", methods=["GET", "POST"])
def case167():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    dbm.open("/data/" + given)
    return "done"


@app.route("/case168", methods=["GET", "POST"])
def case168():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    logging.FileHandler("/data/" + given)
    return "done"


@app.route("/case169", methods=["GET", "POST"])
def case169():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    np.loadtxt("/data/" + given)
    return "done"


@app.route("/case170", methods=["GET", "POST"])
def case170():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    np.fromfile("/data/" + given)
    return "done"


@app.route("/case171", methods=["GET", "POST"])
def case171():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    np.save("/data/" + given, [])
    return "done"


@app.route("/case172", methods=["GET", "POST"])
def case172():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    pd.read_csv("/data/" + given)
    return "done"


@app.route("/case173", methods=["GET", "POST"])
def case173():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    pd.DataFrame().to_csv("/data/" + given)
    return "done"


@app.route("/case174", methods=["GET", "POST"])
def case174():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    Image.open("/data/" + given)
    return "done"


@app.route("/case180", methods=["GET", "POST"])
def case180():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    r.read_text("pkg", given)
    return "done"


@app.route("/case181", methods=["GET", "POST"])
def case181():
    given = request.args.get("given", "")
    # ruleid: python-path-traversal
    pkgutil.get_data("pkg", given)
    return "done"


@app.route("/case186", methods=["GET", "POST"])
def case186():
    given = request.args.get("given", "")
    open(os.path.join("/data", os.path.basename(given)))
    return "done"


@app.route("/case187", methods=["GET", "POST"])
def case187():
    given = request.args.get("given", "")
    open("/data/" + secure_filename(given))
    return "done"


@app.route("/case188", methods=["GET", "POST"])
def case188():
    given = request.args.get("given", "")
    return send_from_directory("/data", given)


@app.route("/case189", methods=["GET", "POST"])
def case189():
    given = request.args.get("given", "")
    open(safe_join("/data", given))
    return "done"


@app.route("/case190", methods=["GET", "POST"])
def case190():
    given = request.args.get("given", "")
    open("/data/" + Path(given).name)
    return "done"


@app.route("/case191", methods=["GET", "POST"])
def case191():
    given = request.args.get("given", "")
    p = os.path.realpath(os.path.join("/data", given))
    if not p.startswith("/data/"):
        return "no"
    open(p)
    return "done"


@app.route("/parents", methods=["GET", "POST"])
def parents():
    base = pathlib.Path("/data")
    file = (base / request.args.get("given", "")).resolve()
    if base not in file.parents:
        return "no"
    # ok: python-path-traversal
    return file.read_text()


@app.route("/opened", methods=["GET", "POST"])
def opened():
    t = pathlib.Path("/data/" + request.args.get("given", ""))
    # ruleid: python-path-traversal
    with t.open() as handle:
        return str(len(handle.read()))


@app.route("/joined", methods=["GET", "POST"])
def joined():
    t = pathlib.Path("/data").joinpath(request.args.get("given", ""))
    # ruleid: python-path-traversal
    return str(t.open())


@app.route("/guarded", methods=["GET", "POST"])
def guarded():
    name = os.path.realpath("/data/" + request.args.get("given", ""))
    if not name.startswith("/data/"):
        flask.abort(404)
    # ok: python-path-traversal
    return open(name).read()


@app.route("/only-logged", methods=["GET", "POST"])
def only_logged():
    name = os.path.realpath("/data/" + request.args.get("given", ""))
    if not name.startswith("/data/"):
        logging.warning("an odd path")
    # ruleid: python-path-traversal
    return open(name).read()


@app.route("/kept", methods=["GET", "POST"])
def kept():
    response = flask.redirect("/x?" + request.args.get("given", ""))
    # ok: python-path-traversal
    login_session.save(response)
    # ruleid: python-path-traversal
    request.files["f"].save("/data/" + request.args.get("given", ""))
    return response
