import pymongo
from bson import ObjectId
from flask import Flask, jsonify, request

app = Flask(__name__)
users = pymongo.MongoClient().shop.users


@app.route("/login", methods=["POST"])
def login():
    body = request.get_json()
    # ruleid: python-nosql-injection
    user = users.find_one({"name": body["name"], "password": body["password"]})
    # ruleid: python-nosql-injection
    rows = list(users.find(request.json))
    # ruleid: python-nosql-injection
    users.update_one({"_id": request.json["id"]}, {"$set": {"seen": True}})
    # ruleid: python-nosql-injection
    query = {"$where": "this.age > " + body["age"]}
    return jsonify(user, rows, query)


@app.route("/safe", methods=["POST"])
def safe():
    body = request.get_json()
    # ok: python-nosql-injection
    user = users.find_one({"name": str(body["name"])})
    # ok: python-nosql-injection
    other = users.find_one({"_id": ObjectId(body["id"])})
    # ok: python-nosql-injection
    third = users.find_one({"name": request.args["name"]})
    # ok: python-nosql-injection
    position = "abc".find(body["name"])
    return jsonify(user, other, third, position)


def shown(request):
    # ruleid: python-nosql-injection
    return str(users.find_one({"name": request.json["name"]}))


def by_code(request):
    # ruleid: python-nosql-injection
    return users.find_one({"$where": "this.name == '%s'" % request.args["name"]})


def by_text(request):
    # ok: python-nosql-injection
    return users.find_one({"name": request.args["name"]})
