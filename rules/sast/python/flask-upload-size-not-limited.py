from flask import Flask, request

app = Flask(__name__)


@app.post("/a")
def upload():
    # ruleid: flask-upload-size-not-limited
    file = request.files["file"]
    # ruleid: flask-upload-size-not-limited
    for more in request.files.getlist("more"):
        more.save("/srv/x")
    return file.filename


@app.post("/b")
def second():
    # ruleid: flask-upload-size-not-limited
    file = request.files.get("file")
    return str(file)


@app.post("/c")
def third():
    # ruleid: flask-upload-size-not-limited
    return request.files["data"].read()


@app.post("/d")
def fourth():
    # ok: flask-upload-size-not-limited
    return request.form["file"]


@app.post("/e")
def fifth():
    # ok: flask-upload-size-not-limited
    return request.headers.get("files")


def other(files):
    # ok: flask-upload-size-not-limited
    return files["file"]


def names(request):
    # ok: flask-upload-size-not-limited
    return sorted(request.args)
