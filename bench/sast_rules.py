#!/usr/bin/env python3
"""Writes a pack of Python rules in the shapes that public packs have, for measuring how the engine scales.

    bench/sast_rules.py 370 > /tmp/pack.yaml

The rules speak of modules and functions of the standard library and of well-known packages; what they report means
nothing. The shapes and their shares follow what is known of public packs: mostly calls, half of the rules composed with
`pattern-inside` or `pattern-either`, a quarter with `pattern-not-inside`, one in eight a taint rule, some with
metavariable conditions and some without any fixed name.
"""
import sys

MODULES = """os subprocess shutil pickle marshal shelve tempfile hashlib hmac random secrets ssl socket ftplib telnetlib smtplib
urllib.request http.client xml.etree.ElementTree xml.sax xml.dom.minidom sqlite3 ctypes importlib code json csv zipfile
tarfile logging re base64 struct threading multiprocessing asyncio inspect ast gc imp runpy requests httpx aiohttp flask
django.http django.db django.utils.safestring django.core.mail sqlalchemy psycopg2 pymysql redis pymongo boto3 paramiko
jwt cryptography.hazmat.primitives.ciphers Crypto.Cipher Crypto.Hash yaml lxml.etree jinja2 mako.template numpy pandas
torch tensorflow pyramid.response tornado.web bottle cherrypy celery kombu docker kubernetes.client google.cloud.storage
azure.storage.blob stripe twilio.rest slack_sdk ldap3 pysnmp nltk scipy.io dill joblib passlib.hash bcrypt""".split()
FUNCTIONS = """open run call load loads dump system popen connect execute get post put delete request create new read write
send recv bind eval compile exec encode decode update digest sign verify encrypt decrypt render format join split parse
fromstring Template Session Client Cipher Random choice sample extractall mktemp chmod chown remove rmtree copy setattr
getattr import_module spawn fork start commit raw filter extra mark_safe redirect send_file make_response""".split()


def shape(n, module, function, other):
    call = f"{module}.{function}(...)"
    last = module.split(".")[-1]
    return [
        f"  pattern: {call}",
        f"  patterns:\n  - pattern: {call}\n  - pattern-not: {module}.{function}(\"...\")",
        f"  pattern-either:\n  - pattern: {call}\n  - pattern: {module}.{other}(...)\n  - pattern: {module}.{function}_async(...)",
        f"  patterns:\n  - pattern-inside: |\n      import {module}\n      ...\n  - pattern: $X.{function}(..., $Y={other}, ...)",
        f"  patterns:\n  - pattern: $X.{function}($Q, ...)\n  - pattern-inside: |\n      $X = {module}.{other}(...)\n      ...\n  - pattern-not: $X.{function}(\"...\", ...)",
        f"  patterns:\n  - pattern-inside: |\n      def $F(...):\n        ...\n  - pattern-not-inside: |\n      with $Z:\n        ...\n  - pattern: {last}.{function}($A)\n  - metavariable-regex:\n      metavariable: $A\n      regex: .*(user|input|name).*",
        f"  patterns:\n  - pattern: |\n      $X = {module}.{function}(...)\n      ...\n      $X.{other}(...)\n  - pattern-not: |\n      $X = {module}.{function}(...)\n      ...\n      $X.close()\n      ...\n      $X.{other}(...)",
        f"  patterns:\n  - pattern: $F(..., {other}=$V, ...)\n  - pattern-inside: {module}.{function}(...)\n  - metavariable-pattern:\n      metavariable: $V\n      pattern-either:\n      - pattern: \"False\"\n      - pattern: None",
        f"  mode: taint\n  pattern-sources:\n  - pattern: flask.request.$ANY\n  - pattern: request.GET.get(...)\n  - pattern: $R.POST[...]\n  - pattern: input(...)\n  pattern-sanitizers:\n  - pattern: int(...)\n  - pattern: escape(...)\n  pattern-sinks:\n  - patterns:\n    - pattern: {module}.{function}($S, ...)\n    - focus-metavariable: $S\n  - pattern: $DB.{other}_{n % 7}(...)",
        f"  patterns:\n  - pattern: |\n      class $C({last}):\n        ...\n  - pattern-not: |\n      class $C({last}):\n        ...\n        {other} = True\n        ...",
        f"  patterns:\n  - pattern: |\n      if $X == \"...\":\n        ...\n        {module}.{function}(...)\n        ...",
        f"  patterns:\n  - pattern: $A + $B\n  - pattern-inside: $C.{function}(...)\n  - pattern-not: '\"...\" + \"...\"'",
        f"  patterns:\n  - pattern: $X = \"...\"\n  - metavariable-regex:\n      metavariable: $X\n      regex: (?i).*{other}_{n % 13}_(key|token)",
        f"  patterns:\n  - pattern: |\n      def $F(..., $P=[], ...):\n        ...\n        $P.{function}(...)\n        ...",
        f"  patterns:\n  - pattern: |\n      try:\n        ...\n      except $E:\n        {last}.{function}(...)",
        f"  pattern-regex: (?i){last}_{other}\\s*=\\s*['\"][a-z0-9]{{16,}}['\"]",
    ][n % 16]


def main():
    print("rules:")
    for n in range(int(sys.argv[1])):
        module, function = MODULES[n * 7 % len(MODULES)], FUNCTIONS[n * 5 % len(FUNCTIONS)]
        other = FUNCTIONS[(n * 11 + 3) % len(FUNCTIONS)]
        print(f"- id: bench-{n}\n  languages: [python]\n  severity: WARNING\n  message: Rule {n}.")
        print(shape(n, module, function, other))


main()
