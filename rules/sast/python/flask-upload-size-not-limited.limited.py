from flask import Flask, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 1_000_000


@app.post("/a")
def upload():
    # ok: flask-upload-size-not-limited
    return request.files["file"].filename
