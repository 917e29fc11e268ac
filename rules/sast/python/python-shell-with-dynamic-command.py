import os
import shlex
import subprocess

TOOL = "git"


def bad(branch, name):
    # ruleid: python-shell-with-dynamic-command
    subprocess.run(f"git checkout {branch}", shell=True)
    # ruleid: python-shell-with-dynamic-command
    os.system("rm -rf " + name)
    # ruleid: python-shell-with-dynamic-command
    os.popen("ls %s" % name)


def good(branch, name):
    # ok: python-shell-with-dynamic-command
    subprocess.run(["git", "checkout", branch])
    # ok: python-shell-with-dynamic-command
    os.system("rm -rf " + shlex.quote(name))
    # ok: python-shell-with-dynamic-command
    os.system("uptime")
    # ok: python-shell-with-dynamic-command
    subprocess.run(TOOL + " status", shell=True)
