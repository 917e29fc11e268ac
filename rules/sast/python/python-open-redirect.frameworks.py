# Other frameworks.
from django.http import HttpResponseRedirect


def v_534(request):
    # ruleid: python-open-redirect
    return HttpResponseRedirect(redirect_to=request.GET["x"])


from django.shortcuts import redirect


def v_535(request):
    # ruleid: python-open-redirect
    return redirect(to=request.GET["x"])


from django.http import HttpResponse


def v_536(request):
    r = HttpResponse(status=302)
    # ruleid: python-open-redirect
    r["Location"] = request.GET["x"]
    return r


from django.views.generic import RedirectView


class V_537(RedirectView):
    def get_redirect_url(self, *args, **kwargs):
        # ruleid: python-open-redirect
        return self.request.GET["x"]


from fastapi import FastAPI
from fastapi.responses import RedirectResponse


app = FastAPI()
@app.get("/a", response_class=RedirectResponse)
def a_539(given: str):
    # ruleid: python-open-redirect
    return given


from aiohttp import web


async def a_544(request):
    # ruleid: python-open-redirect
    raise web.HTTPSeeOther(location=request.query["x"])


from aiohttp import web


async def a_545(request):
    # ruleid: python-open-redirect
    return web.HTTPTemporaryRedirect(request.query["x"])


from bottle import response, request, route


@route("/a")
def a_547():
    response.status = 303
    # ruleid: python-open-redirect
    response.set_header("Location", request.query.x)


from tornado.web import RequestHandler


class H_549(RequestHandler):
    def get(self):
        self.set_status(302)
        # ruleid: python-open-redirect
        self.set_header("Location", self.get_argument("x"))


from sanic import Sanic, response


app = Sanic("a")
@app.get("/a")
async def a_550(request):
    # ruleid: python-open-redirect
    return response.redirect(request.args.get("x"))


from sanic import Sanic
from sanic.response import redirect


app = Sanic("a")
@app.get("/a")
async def a_551(request):
    # ruleid: python-open-redirect
    return redirect(request.args.get("x"))


from pyramid.httpexceptions import HTTPFound, HTTPSeeOther


def a_552(request):
    # ruleid: python-open-redirect
    return HTTPSeeOther(location=request.params["x"])


import falcon


class R_553:
    def on_get(self, req, resp):
        # ruleid: python-open-redirect
        raise falcon.HTTPFound(req.get_param("x"))


import falcon


class R_554:
    def on_get(self, req, resp):
        # ruleid: python-open-redirect
        raise falcon.HTTPMovedPermanently(location=req.get_param("x"))


import falcon


class R_555:
    def on_get(self, req, resp):
        resp.status = falcon.HTTP_302
        # ruleid: python-open-redirect
        resp.set_header("Location", req.get_param("x"))


from quart import Quart, request, redirect


app = Quart(__name__)
@app.route("/a")
async def a_557():
    # ruleid: python-open-redirect
    return redirect(request.args["x"])


import cherrypy


class A_558:
    @cherrypy.expose
    def index(self, given):
        # ruleid: python-open-redirect
        raise cherrypy.HTTPRedirect(given)


import web


class a_559:
    def GET(self):
        # ruleid: python-open-redirect
        raise web.seeother(web.input().x)
