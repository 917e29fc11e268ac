from flask import Flask
from flask_wtf import FlaskForm

app = Flask(__name__)
# ruleid: flask-csrf-disabled
app.config["WTF_CSRF_ENABLED"] = False
# ruleid: flask-csrf-disabled
app.config.update(DEBUG=False, WTF_CSRF_ENABLED=False)
# ok: flask-csrf-disabled
app.config["WTF_CSRF_ENABLED"] = True
# ok: flask-csrf-disabled
app.config["WTF_I18N_ENABLED"] = False


class TestConfig:
    TESTING = True
    # ok: flask-csrf-disabled
    WTF_CSRF_ENABLED = False


class ProductionConfig:
    # ruleid: flask-csrf-disabled
    WTF_CSRF_ENABLED = False


def client():
    app.config["TESTING"] = True
    # ok: flask-csrf-disabled
    app.config["WTF_CSRF_ENABLED"] = False
    return app.test_client()
