# Other frameworks.
from django.http import HttpResponse
from django.contrib.sessions.backends.db import SessionStore


def v_599(request):
    s = SessionStore()
    # ruleid: python-trust-boundary-violation
    s["a"] = request.GET["x"]
    s.create()
    return HttpResponse("")


from aiohttp import web
import aiohttp_session


async def a_603(request):
    s = await aiohttp_session.get_session(request)
    # ruleid: python-trust-boundary-violation
    s["a"] = request.query["x"]


from bottle import route, request


@route("/a")
def a_606():
    s = request.environ.get("beaker.session")
    # ruleid: python-trust-boundary-violation
    s["a"] = request.query.x
    s.save()


from bottle import route, request


@route("/a")
def a_607():
    # ruleid: python-trust-boundary-violation
    request.environ["beaker.session"]["a"] = request.query.x


from sanic import Sanic


app = Sanic("a")
@app.get("/a")
async def a_610(request):
    # ruleid: python-trust-boundary-violation
    request.ctx.session["a"] = request.args.get("x")


import cherrypy


class A_612:
    @cherrypy.expose
    def index(self, given):
        # ruleid: python-trust-boundary-violation
        cherrypy.session["a"] = given


import falcon


class R_613:
    def on_get(self, req, resp):
        # ruleid: python-trust-boundary-violation
        req.context.session["a"] = req.get_param("x")
