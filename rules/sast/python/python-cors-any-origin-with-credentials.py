from fastapi import FastAPI
from fastapi.middleware.cors import CORSMiddleware
from flask import Flask, request
from flask_cors import CORS

app = Flask(__name__)
# ruleid: python-cors-any-origin-with-credentials
CORS(app, supports_credentials=True)
# ruleid: python-cors-any-origin-with-credentials
CORS(app, origins="*", supports_credentials=True)
# ok: python-cors-any-origin-with-credentials
CORS(app, origins=["https://example.org"], supports_credentials=True)
# ok: python-cors-any-origin-with-credentials
CORS(app)

api = FastAPI()
# ruleid: python-cors-any-origin-with-credentials
api.add_middleware(CORSMiddleware, allow_origins=["*"], allow_credentials=True, allow_methods=["*"])
# ok: python-cors-any-origin-with-credentials
api.add_middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["*"])


@app.after_request
def headers(response):
    # ruleid: python-cors-any-origin-with-credentials
    response.headers["Access-Control-Allow-Origin"] = request.headers.get("Origin")
    # ok: python-cors-any-origin-with-credentials
    response.headers["Access-Control-Allow-Origin"] = "https://example.org"
    if request.headers["Origin"] in ALLOWED:
        # ok: python-cors-any-origin-with-credentials
        response.headers["Access-Control-Allow-Origin"] = request.headers["Origin"]
    return response
