import urllib.request
from urllib.parse import quote, urlparse

import aiohttp
import httpx
import requests
from django.http import HttpResponse
from flask import Flask, abort, request

app = Flask(__name__)
ALLOWED_HOSTS = {"api.example.org"}


@app.route("/fetch")
def fetch():
    url = request.args["url"]
    # ruleid: python-ssrf
    answer = requests.get(url, timeout=5)
    return answer.text


@app.route("/host")
def host():
    target = "https://" + request.form["host"] + "/status"
    session = requests.Session()
    # ruleid: python-ssrf
    first = session.get(target)
    # ruleid: python-ssrf
    second = urllib.request.urlopen(f"http://{request.args['h']}:8080/").read()
    # ruleid: python-ssrf
    third = requests.request("POST", target, json={})
    # ruleid: python-ssrf
    fourth = httpx.post(request.json["callback"], data={})
    return str((first, second, third, fourth))


async def relay(request):
    async with aiohttp.ClientSession() as client:
        # ruleid: python-ssrf
        response = await client.get(request.query["to"])
        return response


def preview(request):
    address = request.GET.get("u")
    if not address.startswith("http"):
        return HttpResponse("no")
    # ruleid: python-ssrf
    body = requests.get(address).content
    return HttpResponse(body)


@app.route("/safe")
def safe():
    # ok: python-ssrf
    first = requests.get("https://api.example.org/users/" + request.args["id"])
    # ok: python-ssrf
    second = requests.get("https://api.example.org/search", params={"q": request.args["q"]})
    # ok: python-ssrf
    third = requests.get(f"https://api.example.org/items/{quote(request.args['id'])}")
    # ok: python-ssrf
    fourth = requests.post("https://api.example.org/", json=request.json)
    return str((first, second, third, fourth))


@app.route("/safe/checked")
def checked():
    url = request.args["url"]
    parts = urlparse(url)
    if parts.hostname not in ALLOWED_HOSTS:
        abort(400)
    # ok: python-ssrf
    return requests.get(url).text


@app.route("/safe/list")
def safe_list():
    host = request.args["host"]
    if host not in ALLOWED_HOSTS:
        abort(400)
    # ok: python-ssrf
    return requests.get("https://" + host + "/").text


def cache_lookup(request):
    # ok: python-ssrf
    return cache.get(request.GET["key"])


# Across functions of the file.


def load(url):
    # ruleid: python-ssrf
    return requests.get(url).json()


@app.route("/through")
def through():
    return load(request.args["feed"])
