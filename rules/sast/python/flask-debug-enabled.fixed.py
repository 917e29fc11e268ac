from flask import Flask
from werkzeug.serving import run_simple

app = Flask(__name__)
# ruleid: flask-debug-enabled
app.config["DEBUG"] = True
# ruleid: flask-debug-enabled
app.debug = False
# ruleid: flask-debug-enabled
app.config.update(TESTING=False, DEBUG=True)
# ok: flask-debug-enabled
app.config["TESTING"] = True


def main(settings):
    # ok: flask-debug-enabled
    app.run(debug=settings.debug)
    # ok: flask-debug-enabled
    app.run(host="127.0.0.1", debug=False)
    # ok: flask-debug-enabled
    settings.debug = True
    # ruleid: flask-debug-enabled
    run_simple("localhost", 5000, app, use_debugger=True)


if __name__ == "__main__":
    # ruleid: flask-debug-enabled
    app.run(host="0.0.0.0", debug=False)
