import asyncio
import os
import shlex
import subprocess
from subprocess import Popen, check_output

from django.http import HttpResponse
from flask import Flask, request

app = Flask(__name__)
TOOLS = {"ping": "/bin/ping", "trace": "/usr/bin/traceroute"}


@app.route("/ping")
def ping():
    host = request.args.get("host")
    # ruleid: python-command-injection
    os.system("ping -c 1 " + host)
    # ruleid: python-command-injection
    out = os.popen(f"nslookup {host}").read()
    # ruleid: python-command-injection
    out += subprocess.getoutput("dig %s" % host)
    return out


@app.route("/convert", methods=["POST"])
def convert():
    options = {}
    options["size"] = request.form["size"]
    command = "convert in.png -resize {size} out.png".format(**options)
    try:
        # ruleid: python-command-injection
        subprocess.run(command, shell=True, check=True)
    except subprocess.CalledProcessError:
        return "failed"
    # ruleid: python-command-injection
    subprocess.check_call(args=command, shell=True)
    return "done"


@app.route("/shell")
def shell():
    script = request.headers["X-Script"]
    # ruleid: python-command-injection
    Popen(["sh", "-c", "echo " + script])
    # ruleid: python-command-injection
    Popen(["/bin/bash", "-c", script], stdout=subprocess.PIPE)
    # ruleid: python-command-injection
    subprocess.call([script, "--version"])
    args = ["/bin/sh", "-c"]
    args.append(script)
    # ruleid: python-command-injection
    Popen(args)
    # ruleid: python-command-injection
    os.execvp(script, ["x"])
    return "ok"


async def handler(request):
    name = request.query["name"]
    # ruleid: python-command-injection
    process = await asyncio.create_subprocess_shell("useradd " + name)
    await process.wait()


def backup(request):
    target = request.GET.get("target", "")
    if target:
        # ruleid: python-command-injection
        check_output("tar czf /backup/%s.tgz /srv" % target, shell=True)
    return HttpResponse("ok")


@app.route("/safe")
def safe():
    host = request.args["host"]
    # ok: python-command-injection
    subprocess.run(["ping", "-c", "1", host], check=True)
    # ok: python-command-injection
    os.system("ping -c 1 " + shlex.quote(host))
    count = int(request.args["count"])
    # ok: python-command-injection
    subprocess.run("ping -c %d example.org" % count, shell=True)
    # ok: python-command-injection
    subprocess.run([TOOLS[request.args["tool"]], "example.org"])
    # ok: python-command-injection
    subprocess.run("uptime", shell=True, input=host)
    return "ok"


@app.route("/safe/list")
def safe_list():
    action = request.args["action"]
    if action not in {"start", "stop"}:
        return "no", 400
    # ok: python-command-injection
    os.system("systemctl " + action + " web")
    return "ok"


def deploy(branch):
    # ok: python-command-injection
    subprocess.run("git checkout " + branch, shell=True)


class Os:
    def system(self, text):
        return text


@app.route("/other")
def other():
    own = Os()
    # ok: python-command-injection
    return own.system(request.args["x"])


# Across functions of the file.


def run(command):
    # ruleid: python-command-injection
    return subprocess.check_output(command, shell=True)


@app.route("/through")
def through():
    return run("whois " + request.args["domain"])


@app.route("/shell/variadic")
def shell_variadic():
    name = request.args["name"]
    # ruleid: python-command-injection
    os.execl("/bin/sh", "sh", "-c", "ls " + name)
    # ok: python-command-injection
    os.execl("/bin/ls", "ls", name)
    # ruleid: python-command-injection
    if os.system("test -e " + name) == 0:
        return "there"
    if not (other := request.args.get("other")):
        return "none"
    # ruleid: python-command-injection
    os.system(other)
    return "no"
from fastapi import FastAPI
from pydantic import BaseModel

api = FastAPI()


class Ping(BaseModel):
    host: str


@api.post("/ping-model")
async def ping_model(wanted: Ping):
    # ruleid: python-command-injection
    return subprocess.run(f"ping {wanted.host}", shell=True)
