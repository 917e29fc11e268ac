import bottle
from fastapi import FastAPI
from tornado.web import Application

# ruleid: python-web-debug-enabled
first = FastAPI(title="shop", debug=True)
# ruleid: python-web-debug-enabled
second = Application([], debug=True)
# ok: python-web-debug-enabled
third = FastAPI(title="shop")
# ok: python-web-debug-enabled
fourth = Application([], debug=False)
# ok: python-web-debug-enabled
fifth = Painter(debug=True)


def main():
    # ruleid: python-web-debug-enabled
    bottle.run(host="localhost", debug=True)
