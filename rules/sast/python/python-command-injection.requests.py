# Other frameworks.
import os
from werkzeug.wrappers import Request


def app_056(environ, start):
    r = Request(environ)
    # ruleid: python-command-injection
    os.system(r.args["a"])


import os


def app_057(environ, start_response):
    # ruleid: python-command-injection
    os.system(environ["QUERY_STRING"])


import os
from http.server import BaseHTTPRequestHandler


class H_058(BaseHTTPRequestHandler):
    def do_GET(self):
        # ruleid: python-command-injection
        os.system(self.path)


import os
from http.server import BaseHTTPRequestHandler


class H_059(BaseHTTPRequestHandler):
    def do_POST(self):
        # ruleid: python-command-injection
        os.system(self.headers["a"])


import os
from http.server import BaseHTTPRequestHandler


class H_060(BaseHTTPRequestHandler):
    def do_POST(self):
        # ruleid: python-command-injection
        os.system(self.rfile.read(5).decode())


import os
from rest_framework.views import APIView


class V_065(APIView):
    def get(self, request, name):
        # ruleid: python-command-injection
        os.system(name)


import os
from rest_framework.decorators import api_view


@api_view(["GET"])
def v_067(request, name):
    # ruleid: python-command-injection
    os.system(name)


import os
from django.views import View


class V_068(View):
    def get(self, request, name):
        # ruleid: python-command-injection
        os.system(name)


import os
from fastapi import FastAPI, Query


app = FastAPI()
@app.get("/a")
def a_071(q=Query()):
    # ruleid: python-command-injection
    os.system(q)


import os
from fastapi import FastAPI


app = FastAPI()
@app.get("/a/{q}")
def a_072(q):
    # ruleid: python-command-injection
    os.system(q)


import os
from fastapi import FastAPI, Request


app = FastAPI()
@app.post("/a")
async def a_074(r: Request):
    d = await r.json()
    # ruleid: python-command-injection
    os.system(d["a"])


import os
from fastapi import FastAPI, WebSocket


app = FastAPI()
@app.websocket("/a")
async def a_076(ws: WebSocket):
    d = await ws.receive_text()
    # ruleid: python-command-injection
    os.system(d)


import os
from tornado.web import RequestHandler


class H_080(RequestHandler):
    def get(self, name):
        # ruleid: python-command-injection
        os.system(name)


import os
import falcon


class R_087:
    def on_get(self, req, resp, name):
        # ruleid: python-command-injection
        os.system(name)


import os
import cherrypy


class A_092:
    @cherrypy.expose
    def index(self, name):
        # ruleid: python-command-injection
        os.system(name)


import os
import cherrypy


class A_093:
    @cherrypy.expose
    def index(self):
        # ruleid: python-command-injection
        os.system(cherrypy.request.params["a"])


import os
import web


class a_094:
    def GET(self):
        # ruleid: python-command-injection
        os.system(web.input().x)


import os
from flask_restful import reqparse, Resource


class A_095(Resource):
    def get(self):
        p = reqparse.RequestParser()
        p.add_argument("a")
        args = p.parse_args()
        # ruleid: python-command-injection
        os.system(args["a"])


import os
from flask_restful import Resource


class A_096(Resource):
    def get(self, name):
        # ruleid: python-command-injection
        os.system(name)
