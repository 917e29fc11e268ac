from urllib.parse import quote

from flask import Flask, make_response, request

app = Flask(__name__)


@app.route("/file")
def file():
    response = make_response("x")
    name = request.args["name"]
    # ruleid: python-header-injection
    response.headers["Content-Disposition"] = "attachment; filename=" + name
    # ruleid: python-header-injection
    response.headers.add("X-Lang", request.headers.get("Accept-Language"))
    # ok: python-header-injection
    response.headers["X-Name"] = quote(name)
    # ok: python-header-injection
    response.headers["X-Page"] = str(int(request.args["page"]))
    # ok: python-header-injection
    response.headers["Cache-Control"] = "no-store"
    # ok: python-header-injection
    response.headers["X-Clean"] = name.replace("\n", "")
    return response


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        # ok: python-header-injection
        self.send_header("Content-Type", "text/html")


def wsgi(request, start_response):
    # ruleid: python-header-injection
    start_response("200 OK", [("Content-Type", "text/html"), ("X-Tag", request.args["tag"])])
