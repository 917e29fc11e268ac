import socket

import uvicorn


def bad(app):
    server = socket.socket()
    # ruleid: python-bind-all-interfaces
    server.bind(("0.0.0.0", 8080))
    # ruleid: python-bind-all-interfaces
    server.bind(("", 8080))
    # ruleid: python-bind-all-interfaces
    uvicorn.run(app, host="0.0.0.0", port=80)


def good(app, host):
    server = socket.socket()
    # ok: python-bind-all-interfaces
    server.bind(("127.0.0.1", 8080))
    # ok: python-bind-all-interfaces
    server.bind((host, 8080))
    # ok: python-bind-all-interfaces
    uvicorn.run(app, host="127.0.0.1")
