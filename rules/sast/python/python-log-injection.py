import logging

from flask import Flask, request

app = Flask(__name__)
logger = logging.getLogger(__name__)


@app.route("/login", methods=["POST"])
def login():
    user = request.form["user"]
    # ruleid: python-log-injection
    logger.info("login of %s", user)
    # ruleid: python-log-injection
    app.logger.warning(f"failed login of {user}")
    if not user:
        # ruleid: python-log-injection
        logging.error("no user: " + request.headers.get("Referer"))
    return "ok"


@app.route("/safe")
def safe():
    user = request.args["user"]
    # ok: python-log-injection
    logger.info("login of %r", repr(user))
    # ok: python-log-injection
    logger.info("page %d", int(request.args["page"]))
    # ok: python-log-injection
    logger.info("login of %s", user.replace("\n", " "))
    # ok: python-log-injection
    logger.info("done")
    # ok: python-log-injection
    math.log(user)
    return "ok"
