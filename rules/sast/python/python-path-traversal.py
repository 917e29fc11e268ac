import os
import shutil
from pathlib import Path

from django.http import FileResponse, Http404, HttpResponse
from flask import Flask, abort, request, send_file, send_from_directory
from werkzeug.utils import secure_filename

app = Flask(__name__)
ROOT = "/srv/files"


@app.route("/read")
def read():
    name = request.args.get("name")
    path = os.path.join(ROOT, name)
    # ruleid: python-path-traversal
    with open(path) as handle:
        return handle.read()


@app.route("/download/<path:name>")
def download(name):
    # ruleid: python-path-traversal
    return send_file(ROOT + "/" + name)


@app.route("/delete", methods=["POST"])
def delete():
    for name in request.form.getlist("names"):
        target = f"{ROOT}/{name}"
        if os.path.exists(target):
            # ruleid: python-path-traversal
            os.remove(target)
    # ruleid: python-path-traversal
    shutil.rmtree(os.path.join(ROOT, request.json["folder"]))
    return "gone"


@app.route("/upload", methods=["POST"])
def upload():
    file = request.files["file"]
    # ruleid: python-path-traversal
    file.save(os.path.join(ROOT, file.filename))
    return "ok"


def attach(request, ticket):
    upload = request.FILES["report"]
    # ok: python-path-traversal
    ticket.report.save(upload.name, upload)
    return "ok"


def report(request, name):
    path = Path(ROOT) / name
    # ruleid: python-path-traversal
    body = path.read_text()
    return HttpResponse(body)


def archive(request):
    # ruleid: python-path-traversal
    return FileResponse(open("/archive/%s.zip" % request.GET["id"], "rb"))


@app.route("/pathlib")
def with_pathlib():
    # ruleid: python-path-traversal
    return Path(ROOT, request.cookies["theme"]).read_text()


@app.route("/joined")
def joined():
    # ruleid: python-path-traversal
    with (Path(ROOT) / request.form["doc"]).open("rb") as handle:
        return handle.read()


@app.route("/normalised")
def normalised():
    # Normalising alone keeps a leading `../`.
    path = os.path.normpath(os.path.join(ROOT, request.args["f"]))
    # ruleid: python-path-traversal
    return open(path).read()


@app.route("/safe")
def safe():
    name = secure_filename(request.args["name"])
    # ok: python-path-traversal
    with open(os.path.join(ROOT, name)) as handle:
        first = handle.read()
    # ok: python-path-traversal
    second = open(ROOT + "/" + os.path.basename(request.args["name"])).read()
    # ok: python-path-traversal
    third = open(f"{ROOT}/{int(request.args['id'])}.txt").read()
    # ok: python-path-traversal
    return send_from_directory(ROOT, request.args["name"])


@app.route("/safe/checked")
def checked():
    path = os.path.realpath(os.path.join(ROOT, request.args["f"]))
    if not path.startswith(ROOT + os.sep):
        abort(404)
    # ok: python-path-traversal
    return open(path).read()


def checked_pathlib(request):
    path = (Path(ROOT) / request.GET["f"]).resolve()
    if not path.is_relative_to(ROOT):
        raise Http404
    # ok: python-path-traversal
    return HttpResponse(path.read_text())


@app.route("/safe/content", methods=["POST"])
def content():
    # ok: python-path-traversal
    with open("/var/spool/inbox.txt", "a") as handle:
        handle.write(request.form["message"])
    return "ok"


def load(config):
    # ok: python-path-traversal
    return open(config).read()


# Across functions of the file.


def read_file(name):
    # ruleid: python-path-traversal
    return open("/srv/docs/" + name).read()


@app.route("/doc")
def doc():
    return read_file(request.args["name"])


@app.route("/more/ways")
def more_ways():
    name = request.args["name"]
    # ruleid: python-path-traversal
    shutil.copytree("/srv/site", "/srv/copies/" + name)
    # ruleid: python-path-traversal
    (Path(ROOT) / name).unlink()
    if name.startswith("img-"):
        # ruleid: python-path-traversal
        return open("/srv/" + name).read()
    path = os.path.realpath(os.path.join(ROOT, name))
    if path.startswith(ROOT + "/"):
        # ok: python-path-traversal
        return open(path).read()
    # ok: python-path-traversal
    return str(os.stat("/srv/" + str(len(name))))


@app.route("/without-way-up")
def without_way_up():
    name = request.args["name"]
    if "../" in name or name.startswith("/"):
        return "no"
    # ok: python-path-traversal
    return open("/data/" + name).read()


@app.route("/number")
def number():
    page = request.args.get("page", 1, type=int)
    # ok: python-path-traversal
    return open(f"/data/{page}").read()


@app.route("/other-check")
def other_check():
    name = request.args["name"]
    if "x" in name:
        return "no"
    # ruleid: python-path-traversal
    return open("/data/" + name).read()


@app.route("/normal")
def normalised():
    path = os.path.join(BASE, request.args["name"])
    if not os.path.normpath(path).startswith(os.path.normpath(BASE)):
        abort(403)
    # ok: python-path-traversal
    return open(path).read()


@app.route("/real")
def real():
    path = os.path.join(BASE, request.args["name"])
    if not os.path.realpath(path).startswith(BASE):
        raise PermissionError(path)
    # ok: python-path-traversal
    return open(path).read()


@app.route("/other")
def other():
    path = os.path.join(BASE, request.args["name"])
    if not os.path.normpath(BASE).startswith("/srv"):
        abort(403)
    # ruleid: python-path-traversal
    return open(path).read()


@app.route("/parts")
def parts():
    import pathlib

    name = request.args["name"]
    # ruleid: python-path-traversal
    with pathlib.Path("/srv", name).open() as first:
        first.read()
    # ruleid: python-path-traversal
    second = pathlib.Path("/srv").joinpath("a", name).open()
    # ok: python-path-traversal
    return pathlib.Path("/srv", "a").open().read()


@app.route("/zip", methods=["POST"])
def unpacked():
    import gzip
    from io import BytesIO

    # ok: python-path-traversal
    return gzip.open(BytesIO(request.get_data())).read()


@app.route("/named")
def named():
    # ruleid: python-path-traversal
    return open(mode="r", file="/srv/pages/" + request.args["page"]).read()
