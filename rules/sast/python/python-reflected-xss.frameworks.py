# Other frameworks.
from django.http import HttpResponse


def v_443(request):
    r = HttpResponse()
    # ruleid: python-reflected-xss
    r.write("<b>" + request.GET["x"])
    return r


from django.http import HttpResponse


def v_444(request):
    r = HttpResponse()
    # ruleid: python-reflected-xss
    r.content = "<b>" + request.GET["x"]
    return r


from django.http import HttpResponse


def v_445(request):
    r = HttpResponse()
    # ruleid: python-reflected-xss
    r.writelines(["<b>", request.GET["x"]])
    return r


from django.http import HttpResponse


def v_446(request):
    # ruleid: python-reflected-xss
    return HttpResponse(content="<b>" + request.GET["x"])


from django.http import StreamingHttpResponse


def v_447(request):
    # ruleid: python-reflected-xss
    return StreamingHttpResponse(["<b>", request.GET["x"]])


from django.http import HttpResponseForbidden, HttpResponseServerError


def v_448(request):
    # ruleid: python-reflected-xss
    return HttpResponseForbidden("<b>" + request.GET["x"])


from fastapi import FastAPI, Response


app = FastAPI()
@app.get("/a")
def a_455(given: str):
    # ruleid: python-reflected-xss
    return Response(content=f"<b>{given}", media_type="text/html")


from fastapi import FastAPI
from fastapi.responses import StreamingResponse


app = FastAPI()
@app.get("/a")
def a_457(given: str):
    # ruleid: python-reflected-xss
    return StreamingResponse(iter([f"<b>{given}"]), media_type="text/html")


from starlette.responses import HTMLResponse, Response


async def a_458(request):
    # ruleid: python-reflected-xss
    return Response("<b>" + request.query_params["x"], media_type="text/html")


from aiohttp import web


async def a_460(request):
    # ruleid: python-reflected-xss
    return web.Response(body="<b>" + request.query["x"], content_type="text/html")


from aiohttp import web


async def a_461(request):
    # ruleid: python-reflected-xss
    return web.Response(body=("<b>" + request.query["x"]).encode(), headers={"Content-Type": "text/html"})


from aiohttp import web


async def a_462(request):
    r = web.StreamResponse(headers={"Content-Type": "text/html"})
    await r.prepare(request)
    # ruleid: python-reflected-xss
    await r.write(request.query["x"].encode())
    return r


from bottle import route, request


@route("/a")
def a_463():
    # ruleid: python-reflected-xss
    return "<b>" + request.query.x


import bottle


app = bottle.Bottle()
@app.get("/a")
def a_464():
    return "<b>" + bottle.request.query.get("x")


from bottle import route, request, template


@route("/a")
def a_465():
    # ruleid: python-reflected-xss
    return template("<b>{{!x}}", x=request.query.x)


from bottle import route, request, HTTPResponse


@route("/a")
def a_466():
    # ruleid: python-reflected-xss
    return HTTPResponse(body="<b>" + request.query.x)


from tornado.web import RequestHandler


class H_468(RequestHandler):
    def get(self):
        # ruleid: python-reflected-xss
        self.finish("<b>" + self.get_argument("x"))


from sanic import Sanic, response


app = Sanic("a")
@app.get("/a")
async def a_471(request):
    # ruleid: python-reflected-xss
    return response.html("<b>" + request.args.get("x"))


from sanic import Sanic
from sanic.response import html


app = Sanic("a")
@app.get("/a")
async def a_472(request):
    # ruleid: python-reflected-xss
    return html("<b>" + request.args.get("x"))


from sanic import Sanic
from sanic.response import HTTPResponse


app = Sanic("a")
@app.get("/a")
async def a_473(request):
    # ruleid: python-reflected-xss
    return HTTPResponse("<b>" + request.args.get("x"), content_type="text/html")


from pyramid.response import Response
from pyramid.view import view_config


@view_config(route_name="a")
def a_474(request):
    # ruleid: python-reflected-xss
    return Response("<b>" + request.params["x"])


from pyramid.response import Response


def a_475(request):
    # ruleid: python-reflected-xss
    return Response(body="<b>" + request.params["x"])





def a_476(request):
    # ruleid: python-reflected-xss
    request.response.text = "<b>" + request.params["x"]
    return request.response


from webob import Response


def a_477(request):
    # ruleid: python-reflected-xss
    return Response(text="<b>" + request.params["x"])


import falcon


class R_478:
    def on_get(self, req, resp):
        resp.content_type = falcon.MEDIA_HTML
        # ruleid: python-reflected-xss
        resp.text = "<b>" + req.get_param("x")


import falcon


class R_479:
    def on_get(self, req, resp):
        resp.content_type = "text/html"
        # ruleid: python-reflected-xss
        resp.body = "<b>" + req.params["x"]


from quart import Quart, request


app = Quart(__name__)
@app.route("/a")
async def a_480():
    return "<b>" + request.args["x"]


import cherrypy


class A_482:
    @cherrypy.expose
    def index(self, given):
        # ruleid: python-reflected-xss
        return "<b>" + given


import web


class a_483:
    def GET(self):
        i = web.input()
        # ruleid: python-reflected-xss
        return "<b>" + i.x


from http.server import BaseHTTPRequestHandler


class H_484(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        # ruleid: python-reflected-xss
        self.wfile.write(("<b>" + self.path).encode())





def application_485(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/html")])
    # ruleid: python-reflected-xss
    return [("<b>" + environ["QUERY_STRING"]).encode()]


import cgi


form = cgi.FieldStorage()
print("Content-Type: text/html")
print()
# ruleid: python-reflected-xss
print("<b>" + form.getvalue("x"))


from django.http import HttpResponse
from django.utils.html import escape


def v_504(request):
    return HttpResponse("<b>" + escape(request.GET["x"]))


from django.http import HttpResponse


def v_505(request):
    return HttpResponse(request.GET["x"], content_type="text/plain")


from aiohttp import web


async def a_506(request):
    return web.Response(text="<b>" + request.query["x"])
