# What further libraries and methods do with the value.
from flask import Flask, request
import asyncio
import pexpect
from pexpect import popen_spawn
from fabric import Connection
from fabric.api import local
from fabric.api import sudo
from invoke import run
import invoke
from invoke import Context
import sh
from plumbum import local
from plumbum.cmd import bash
import delegator
import envoy
import os
import subprocess
import shlex

app = Flask(__name__)


@app.route("/case010", methods=["GET", "POST"])
def case010():
    given = request.args.get("given", "")
    loop = asyncio.get_event_loop()
    # ruleid: python-command-injection
    loop.subprocess_shell(None, "ls " + given)
    return "done"


@app.route("/case012", methods=["GET", "POST"])
def case012():
    given = request.args.get("given", "")
    # ruleid: python-command-injection
    pexpect.runu("ls " + given)
    return "done"


@app.route("/case013", methods=["GET", "POST"])
def case013():
    given = request.args.get("given", "")
    # ruleid: python-command-injection
    popen_spawn.PopenSpawn("ls " + given)
    return "done"


@app.route("/case014", methods=["GET", "POST"])
def case014():
    given = request.args.get("given", "")
    # ruleid: python-command-injection
    Connection("h").run("ls " + given)
    return "done"


@app.route("/case015", methods=["GET", "POST"])
def case015():
    given = request.args.get("given", "")
    c = Connection("h")
    # ruleid: python-command-injection
    c.local("ls " + given)
    return "done"


@app.route("/case016", methods=["GET", "POST"])
def case016():
    given = request.args.get("given", "")
    # ruleid: python-command-injection
    local("ls " + given)
    return "done"


@app.route("/case017", methods=["GET", "POST"])
def case017():
    given = request.args.get("given", "")
    # ruleid: python-command-injection
    sudo("ls " + given)
    return "done"


@app.route("/case019", methods=["GET", "POST"])
def case019():
    given = request.args.get("given", "")
    # ruleid: python-command-injection
    run("ls " + given)
    return "done"


@app.route("/case020", methods=["GET", "POST"])
def case020():
    given = request.args.get("given", "")
    # ruleid: python-command-injection
    invoke.run("ls " + given)
    return "done"


@app.route("/case021", methods=["GET", "POST"])
def case021():
    given = request.args.get("given", "")
    # ruleid: python-command-injection
    Context().run("ls " + given)
    return "done"


@app.route("/case022", methods=["GET", "POST"])
def case022():
    given = request.args.get("given", "")
    # ruleid: python-command-injection
    sh.bash("-c", given)
    return "done"


@app.route("/case023", methods=["GET", "POST"])
def case023():
    given = request.args.get("given", "")
    # ruleid: python-command-injection
    sh.Command(given)()
    return "done"


@app.route("/case024", methods=["GET", "POST"])
def case024():
    given = request.args.get("given", "")
    # ruleid: python-command-injection
    local[given]()
    return "done"


@app.route("/case025", methods=["GET", "POST"])
def case025():
    given = request.args.get("given", "")
    # ruleid: python-command-injection
    bash("-c", given)
    return "done"


@app.route("/case026", methods=["GET", "POST"])
def case026():
    given = request.args.get("given", "")
    # ruleid: python-command-injection
    delegator.run("ls " + given)
    return "done"


@app.route("/case027", methods=["GET", "POST"])
def case027():
    given = request.args.get("given", "")
    # ruleid: python-command-injection
    envoy.run("ls " + given)
    return "done"


@app.route("/case031", methods=["GET", "POST"])
def case031():
    given = request.args.get("given", "")
    # ruleid: python-command-injection
    os.spawnvp(os.P_WAIT, "sh", ["sh", "-c", given])
    return "done"


@app.route("/case041", methods=["GET", "POST"])
def case041():
    given = request.args.get("given", "")
    # ruleid: python-command-injection
    subprocess.run(["bash"], input=given, text=True)
    return "done"


@app.route("/case042", methods=["GET", "POST"])
def case042():
    given = request.args.get("given", "")
    subprocess.run(["ls", given])
    return "done"


@app.route("/case043", methods=["GET", "POST"])
def case043():
    given = request.args.get("given", "")
    subprocess.run("ls " + shlex.quote(given), shell=True)
    return "done"


@app.route("/case044", methods=["GET", "POST"])
def case044():
    given = request.args.get("given", "")
    asyncio.run(asyncio.create_subprocess_exec("ls", given))
    return "done"
