import os

from flask import Flask

app = Flask(__name__)
# ruleid: flask-hardcoded-secret-key
app.secret_key = "correct horse"
# ruleid: flask-hardcoded-secret-key
app.config["SECRET_KEY"] = "battery staple"
# ruleid: flask-hardcoded-secret-key
app.config.update(DEBUG=False, SECRET_KEY="battery staple")
# ruleid: flask-hardcoded-secret-key
SECRET_KEY = "battery staple"
# ok: flask-hardcoded-secret-key
app.config["SECRET_KEY"] = os.environ["SECRET_KEY"]
# ok: flask-hardcoded-secret-key
app.secret_key = os.urandom(32)
# ok: flask-hardcoded-secret-key
app.config["SESSION_COOKIE_NAME"] = "session"
# ok: flask-hardcoded-secret-key
app.config["SECRET_KEY"] = ""


class TestConfig:
    # ok: flask-hardcoded-secret-key
    SECRET_KEY = "test key"
