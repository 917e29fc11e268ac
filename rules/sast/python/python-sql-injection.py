import sqlite3
from typing import Optional

import pandas as pd
import tornado.web
from django.db import connection
from django.db.models.expressions import RawSQL
from django.http import HttpResponse, JsonResponse
from fastapi import Depends, FastAPI
from flask import Flask, abort, g, jsonify, request
from sqlalchemy import select, text

app = Flask(__name__)
SORTABLE = {"name": "name", "age": "created_at"}


@app.route("/users")
def users():
    name = request.args.get("name", "")
    cur = g.db.cursor()
    # ruleid: python-sql-injection
    cur.execute("SELECT * FROM users WHERE name = '" + name + "'")
    return jsonify(cur.fetchall())


@app.route("/orders", methods=["POST"])
def orders():
    form = request.form
    parts = ["SELECT * FROM orders WHERE 1 = 1"]
    if form.get("state"):
        parts.append("AND state = '%s'" % form["state"])
    query = " ".join(parts)
    with sqlite3.connect("shop.db") as db:
        # ruleid: python-sql-injection
        rows = db.execute(query).fetchall()
    return jsonify(rows)


@app.route("/search")
def search():
    term = request.cookies.get("last_search")
    order = request.args["order"]
    sql = f"SELECT id FROM items WHERE title LIKE %s ORDER BY {order}"
    for _ in range(3):
        # ruleid: python-sql-injection
        g.cursor.execute(sql, (term,))
    return "ok"


@app.route("/item/<slug>")
def item(slug):
    # ruleid: python-sql-injection
    statement = text("SELECT * FROM items WHERE slug = '{}'".format(slug))
    # ruleid: python-sql-injection
    return jsonify(g.session.execute(statement).all())


@app.post("/json")
def json_body():
    body = request.get_json()
    ids = ",".join(body["ids"])
    # ruleid: python-sql-injection
    frame = pd.read_sql(f"SELECT * FROM t WHERE id IN ({ids})", g.engine)
    return frame.to_json()


def account(request, username):
    with connection.cursor() as cursor:
        # ruleid: python-sql-injection
        cursor.execute("SELECT * FROM auth_user WHERE username = '%s'" % username)
        row = cursor.fetchone()
    return JsonResponse({"row": row})


def people(request):
    where = "last_name = '" + request.GET["q"] + "'"
    # ruleid: python-sql-injection
    found = Person.objects.raw("SELECT * FROM people WHERE " + where)
    # ruleid: python-sql-injection
    more = Person.objects.extra(where=["age > " + request.POST.get("age")])
    # ruleid: python-sql-injection
    ranked = Person.objects.annotate(rank=RawSQL("rank(" + request.GET["by"] + ")", []))
    return HttpResponse(len(found) + len(more) + len(ranked))


@app.route("/safe")
def safe():
    name = request.args.get("name", "")
    cur = g.db.cursor()
    # ok: python-sql-injection
    cur.execute("SELECT * FROM users WHERE name = ?", (name,))
    # ok: python-sql-injection
    cur.executemany("INSERT INTO log VALUES (?)", [(name,)])
    # ok: python-sql-injection
    g.session.execute(text("SELECT * FROM users WHERE name = :n"), {"n": name})
    # ok: python-sql-injection
    g.session.execute(select(User).where(User.name == name))
    return jsonify(cur.fetchall())


@app.route("/safe/number")
def safe_number():
    page = int(request.args.get("page", "0"))
    # ok: python-sql-injection
    g.db.execute("SELECT * FROM users LIMIT 10 OFFSET " + str(page))
    return "ok"


@app.route("/safe/table")
def safe_table():
    column = SORTABLE.get(request.args["sort"], "name")
    # ok: python-sql-injection
    g.db.execute("SELECT * FROM users ORDER BY " + column)
    return "ok"


@app.route("/safe/list")
def safe_list():
    column = request.args["sort"]
    if column not in ("name", "age"):
        abort(400)
    # ok: python-sql-injection
    g.db.execute("SELECT * FROM users ORDER BY " + column)
    return "ok"


@app.route("/item/<int:item_id>")
def item_by_id(item_id):
    # ok: python-sql-injection
    g.db.execute("SELECT * FROM items WHERE id = %d" % item_id)
    return "ok"


def nightly(table):
    # ok: python-sql-injection
    connection.cursor().execute("VACUUM " + table)


@app.route("/overwritten")
def overwritten():
    name = request.args["name"]
    name = "guest"
    # ok: python-sql-injection
    g.db.execute("SELECT * FROM users WHERE name = '" + name + "'")
    return "ok"


api = FastAPI()


@api.get("/fast/{name}")
async def fast(name: str, limit: int, tags: Optional[str] = None, db: Session = Depends(get_db)):
    # ruleid: python-sql-injection
    await database.fetch_all(f"SELECT * FROM users WHERE name = '{name}'")
    # ruleid: python-sql-injection
    db.execute("SELECT * FROM tags WHERE tag = '" + tags + "'")
    # ok: python-sql-injection
    db.execute("SELECT * FROM users LIMIT " + str(limit))
    # ok: python-sql-injection
    db.execute("SELECT * FROM users WHERE name = :name", {"name": name})


@api.post("/fast")
async def fast_body(body: OrderCreate, db: Session = Depends(get_db)):
    # ruleid: python-sql-injection
    db.execute("INSERT INTO orders VALUES ('%s')" % body.title)


class OrderView(View):
    def get(self, request, *args, **kwargs):
        slug = self.kwargs["slug"]
        with connection.cursor() as cursor:
            # ruleid: python-sql-injection
            cursor.execute("SELECT * FROM orders WHERE slug = '" + slug + "'")
            # ruleid: python-sql-injection
            cursor.execute("SELECT * FROM orders WHERE s = '" + self.request.GET.get("s") + "'")
        return HttpResponse("ok")


async def aio(request):
    name = request.match_info["name"]
    form = await request.post()
    async with request.app["pool"].acquire() as conn:
        # ruleid: python-sql-injection
        row = await conn.fetchrow("SELECT * FROM users WHERE name = '" + name + "'")
        # ruleid: python-sql-injection
        await conn.execute("DELETE FROM users WHERE name = '" + form["name"] + "'")
        # ok: python-sql-injection
        await conn.execute("DELETE FROM users WHERE name = $1", form["name"])
    return row


class Item(tornado.web.RequestHandler):
    def get(self):
        # ruleid: python-sql-injection
        self.db.execute("SELECT * FROM items WHERE id = %s" % self.get_query_argument("id"))


def lambda_handler(event, context):
    name = event["queryStringParameters"]["name"]
    # ruleid: python-sql-injection
    cursor.execute("SELECT * FROM users WHERE name = '" + name + "'")


# Across functions of the file.


def find_by(column, value):
    statement = "SELECT * FROM users WHERE " + column + " = '" + value + "'"
    # ruleid: python-sql-injection
    return g.db.execute(statement)


@app.route("/helper")
def through_helper():
    return jsonify(find_by("email", request.args["email"]))


def wanted():
    return request.headers.get("X-Wanted")


@app.route("/helper/source")
def source_in_helper():
    # ruleid: python-sql-injection
    g.db.execute("SELECT * FROM users WHERE wanted = '%s'" % wanted())
    return "ok"
def filtered(request, User):
    from sqlalchemy import text
    name = request.args["name"]
    # ruleid: python-sql-injection
    User.query.filter(text("name = '%s'" % name)).all()
    # ok: python-sql-injection
    User.query.filter(User.name == name).all()


@app.route("/plain")
def plain():
    from sanic.response import text as answer
    # ok: python-sql-injection
    return answer("Hello " + request.args["name"])


def text_as_condition():
    # ruleid: python-sql-injection
    first = User.query.filter("name = '%s'" % request.args["name"]).all()
    # ok: python-sql-injection
    second = User.query.filter(User.name == request.args["name"]).all()
    # ok: python-sql-injection
    third = User.query.filter(User.name.like("%" + request.args["name"] + "%")).all()
    return first, second, third


@app.route("/peewee")
def by_peewee():
    # ruleid: python-sql-injection
    database.execute_sql("SELECT * FROM items WHERE name = '%s'" % request.args["name"])
    # ok: python-sql-injection
    database.execute_sql("SELECT * FROM items WHERE name = ?", (request.args["name"],))
    return "ok"


@app.route("/text-in-where")
def text_in_where():
    name = request.args["name"]
    # ruleid: python-sql-injection
    found = sqlalchemy.select(items).where(sqlalchemy.text("name = '" + name + "'"))
    # ok: python-sql-injection
    more = sqlalchemy.select(items).where(items.c.name == name)
    # ok: python-sql-injection
    session.execute(more)
    return found
