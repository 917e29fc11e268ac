import flask
import urllib.parse
from urllib.parse import urlparse

from django.http import HttpResponseRedirect
from django.shortcuts import redirect as django_redirect
from django.utils.http import url_has_allowed_host_and_scheme
from fastapi.responses import RedirectResponse
from flask import Flask, redirect, request, url_for

app = Flask(__name__)
PAGES = {"home": "/", "shop": "/shop"}


@app.route("/login", methods=["POST"])
def login():
    target = request.args.get("next") or "/"
    # ruleid: python-open-redirect
    return redirect(target)


@app.route("/out")
def out():
    url = request.args["url"]
    if not url.startswith("http"):
        url = "https://" + url
    # ruleid: python-open-redirect
    return redirect(url, code=302)


@app.route("/back")
def back():
    # ruleid: python-open-redirect
    return redirect(request.referrer)


def leave(request):
    # ruleid: python-open-redirect
    return HttpResponseRedirect(request.GET.get("to", "/"))


def leave_shortcut(request):
    where = request.POST["next"]
    # ruleid: python-open-redirect
    return django_redirect("%s" % where)


async def starlette_view(request):
    # ruleid: python-open-redirect
    return RedirectResponse(url=request.query_params["next"])


@app.route("/safe")
def safe():
    kind = request.args["kind"]
    if kind == "a":
        # ok: python-open-redirect
        return redirect(url_for("profile", name=request.args["name"]))
    if kind == "b":
        # ok: python-open-redirect
        return redirect("/users/" + request.args["name"])
    if kind == "c":
        # ok: python-open-redirect
        return redirect(PAGES[request.args["page"]])
    if kind == "d":
        # ok: python-open-redirect
        return redirect(f"/items/{request.args['id']}")
    # ok: python-open-redirect
    return redirect("/")


def checked(request):
    target = request.GET.get("next", "/")
    if not url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()}):
        target = "/"
    # ok: python-open-redirect
    return django_redirect(target)


@app.route("/safe/parsed")
def parsed():
    target = request.args["next"]
    if urlparse(target).netloc != "":
        return "no", 400
    # ok: python-open-redirect
    return redirect(target)


# Across functions of the file.


def next_page():
    return request.args.get("next")


@app.route("/through")
def through():
    # ruleid: python-open-redirect
    return redirect(next_page())


def checked_by_name(request):
    target = request.POST["next"]
    fine = url_has_allowed_host_and_scheme(url=target, allowed_hosts={request.get_host()})
    url_is_safe = fine
    # ok: python-open-redirect
    first = HttpResponseRedirect(target if url_is_safe else "/")
    # ruleid: python-open-redirect
    second = HttpResponseRedirect(target if request.user else "/")
    if not url_has_allowed_host_and_scheme(url=target, allowed_hosts=None):
        return first
    # ok: python-open-redirect
    return HttpResponseRedirect(target) or second


@app.route("/other-site")
def other_site():
    target = request.args["next"]
    parsed = urlparse(target)
    if parsed.netloc not in ["example.org"]:
        return "no"
    # ok: python-open-redirect
    return redirect(target)


@app.route("/any-site")
def any_site():
    target = request.args["next"]
    parsed = urlparse(target)
    if parsed.scheme not in ["https"]:
        return "no"
    # ruleid: python-open-redirect
    return redirect(target)


@app.route("/moved")
def moved():
    # ruleid: python-open-redirect
    return "", 302, {"Location": request.args["next"]}


class Files(View):
    @app.route("/edit")
    def edit(self):
        # ok: python-open-redirect
        return redirect(self.get_url(".edit", path=request.args["path"]))


@app.route("/own")
def own():
    # ok: python-open-redirect
    return redirect(request.url)


@app.route("/by-query")
def by_query():
    wanted = urllib.parse.parse_qs(urllib.parse.urlsplit(request.url).query)["next"][0]
    # ruleid: python-open-redirect
    return redirect(wanted)


@app.route("/headers")
def headers():
    # ruleid: python-open-redirect
    return flask.Response("", status=303, headers={"Location": request.args["next"]})


@app.route("/location")
def location():
    answer = flask.Response(status=302)
    # ruleid: python-open-redirect
    answer.location = request.args["next"]
    return answer


@app.route("/keyword")
def keyword():
    # ruleid: python-open-redirect
    return flask.redirect(location=request.args["next"], code=301)


@app.route("/host-in-list")
def host_in_list():
    target = request.args["next"]
    parts = urllib.parse.urlsplit(target)
    if parts.hostname in ("example.org", "www.example.org"):
        # ok: python-open-redirect
        return redirect(target)
    # ruleid: python-open-redirect
    return redirect(target)


@app.route("/only-scheme")
def only_scheme():
    target = request.args["next"]
    if urllib.parse.urlparse(target).scheme not in ("http", "https"):
        return "no", 400
    # ruleid: python-open-redirect
    return redirect(target)


@app.route("/one-slash")
def one_slash():
    target = request.args["next"]
    if not target.startswith("/") or target.startswith("//") or "\\" in target:
        return "no", 400
    # ok: python-open-redirect
    return redirect(target)


@app.route("/some-slash")
def some_slash():
    target = request.args["next"]
    if not target.startswith("/"):
        return "no", 400
    # ruleid: python-open-redirect
    return redirect(target)


@app.route("/aborted")
def aborted():
    target = request.args["next"]
    wanted = urllib.parse.urlparse(urllib.parse.urljoin(request.host_url, target))
    if wanted.netloc != urllib.parse.urlparse(request.host_url).netloc:
        flask.abort(400)
    # ok: python-open-redirect
    return redirect(target)


@app.route("/cut-out")
def cut_out():
    # ruleid: python-open-redirect
    return redirect(urllib.parse.unquote(request.full_path.split("=", 1)[1]))


@app.route("/checked-if-there")
def checked_if_there():
    target = request.args.get("next")
    if target and not get_adapter().is_safe_url(target):
        target = None
    # ok: python-open-redirect
    return redirect(target or "/")


@app.route("/query-again")
def query_again():
    # ok: python-open-redirect
    return HttpResponseRedirect("?".join([reverse("list"), request.GET.urlencode()]))


def finished(request, login: SocialLogin, state: dict, redirect_to: str):
    # ok: python-open-redirect
    return HttpResponseRedirect(login.state["next"])


def by_path(request, page: str):
    # ruleid: python-open-redirect
    return HttpResponseRedirect(page)
