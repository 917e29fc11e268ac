# What further libraries and methods do with the value.
from flask import Flask, request
from flask import current_app
from flask import make_response
from flask import Response
from werkzeug.routing import RequestRedirect
from flask import redirect, url_for
from flask import redirect
from urllib.parse import urlparse

app = Flask(__name__)


@app.route("/case511", methods=["GET", "POST"])
def case511():
    given = request.args.get("given", "")
    # ruleid: python-open-redirect
    return app.redirect(given)


@app.route("/case512", methods=["GET", "POST"])
def case512():
    given = request.args.get("given", "")
    # ruleid: python-open-redirect
    return current_app.redirect(given)


@app.route("/case515", methods=["GET", "POST"])
def case515():
    given = request.args.get("given", "")
    r = make_response("", 302)
    # ruleid: python-open-redirect
    r.headers["location"] = given
    return r


@app.route("/case519", methods=["GET", "POST"])
def case519():
    given = request.args.get("given", "")
    r = make_response("", 302)
    # ruleid: python-open-redirect
    r.headers.update({"Location": given})
    return r


@app.route("/case520", methods=["GET", "POST"])
def case520():
    given = request.args.get("given", "")
    r = make_response("", 302)
    # ruleid: python-open-redirect
    r.headers.extend({"Location": given})
    return r


@app.route("/case521", methods=["GET", "POST"])
def case521():
    given = request.args.get("given", "")
    r = make_response("", 302)
    # ruleid: python-open-redirect
    r.headers.setdefault("Location", given)
    return r


@app.route("/case522", methods=["GET", "POST"])
def case522():
    given = request.args.get("given", "")
    # ruleid: python-open-redirect
    return Response("", 302, {"Location": given})


@app.route("/case524", methods=["GET", "POST"])
def case524():
    given = request.args.get("given", "")
    # ruleid: python-open-redirect
    return Response(status=302, headers=[("Location", given)])


@app.route("/case526", methods=["GET", "POST"])
def case526():
    given = request.args.get("given", "")
    # ruleid: python-open-redirect
    return "", 302, [("Location", given)]


@app.route("/case527", methods=["GET", "POST"])
def case527():
    given = request.args.get("given", "")
    # ruleid: python-open-redirect
    return "", {"Location": given}


@app.route("/case528", methods=["GET", "POST"])
def case528():
    given = request.args.get("given", "")
    # ruleid: python-open-redirect
    h = {"Location": given}
    return Response("", 302, headers=h)


@app.route("/case530", methods=["GET", "POST"])
def case530():
    given = request.args.get("given", "")
    # ruleid: python-open-redirect
    raise RequestRedirect(given)
    return "done"


@app.route("/case532", methods=["GET", "POST"])
def case532():
    given = request.args.get("given", "")
    r = make_response("")
    # ruleid: python-open-redirect
    r.headers["Refresh"] = "0; url=" + given
    return r


@app.route("/case533", methods=["GET", "POST"])
def case533():
    given = request.args.get("given", "")
    r = make_response("")
    r.autocorrect_location_header = False
    # ruleid: python-open-redirect
    r.headers["LOCATION"] = given
    return r


@app.route("/case561", methods=["GET", "POST"])
def case561():
    given = request.args.get("given", "")
    return redirect(url_for("c1", x=given))


@app.route("/case562", methods=["GET", "POST"])
def case562():
    given = request.args.get("given", "")
    return redirect("/a?x=" + given)


@app.route("/case563", methods=["GET", "POST"])
def case563():
    given = request.args.get("given", "")
    u = urlparse(given)
    if u.netloc or u.scheme:
        return "no"
    return redirect(given)


@app.route("/case564", methods=["GET", "POST"])
def case564():
    given = request.args.get("given", "")
    if urlparse(given).netloc not in ("a.com", "b.com"):
        return "no"
    return redirect(given)


@app.route("/one-server", methods=["GET", "POST"])
def one_server():
    given = request.args.get("given", "")
    if not given.startswith("https://example.com/"):
        return "no"
    return redirect(given)


@app.route("/one-server-open", methods=["GET", "POST"])
def one_server_open():
    given = request.args.get("given", "")
    if not given.startswith("https://example.com"):
        return "no"
    # ruleid: python-open-redirect
    return redirect(given)


@app.route("/signed", methods=["GET", "POST"])
def signed():
    # ok: python-open-redirect
    return redirect(signer.unsign_object(request.args.get("given", "")))
