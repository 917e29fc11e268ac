# What further libraries and methods do with the value.
from flask import Flask, request
import psycopg2
from psycopg2.extras import execute_values
from psycopg2.extras import execute_batch
import pymysql
import MySQLdb
import mysql.connector
import asyncpg
import aiosqlite
from models import User
from sqlalchemy.sql import text
from sqlalchemy.orm import Session
from sqlalchemy import DDL
from sqlalchemy.sql.expression import text
from peewee import SQL
from pony.orm import select
from pony.orm import Database
from pony.orm import raw_sql
import records
import databases
import dataset
import duckdb
from django.db.models import Func
import pandas as pd
from google.cloud import bigquery
from tortoise import Tortoise
from sqlmodel import Session, text
import sqlite3
from sqlalchemy import text
from psycopg2 import sql

app = Flask(__name__)


@app.route("/case197", methods=["GET", "POST"])
def case197():
    given = request.args.get("given", "")
    c = psycopg2.connect("").cursor()
    # ruleid: python-sql-injection
    c.copy_expert("copy (select '%s') to stdout" % given, None)
    return "done"


@app.route("/case199", methods=["GET", "POST"])
def case199():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    execute_values(None, "insert into " + given + " values %s", [])
    return "done"


@app.route("/case200", methods=["GET", "POST"])
def case200():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    execute_batch(None, "insert into " + given + " values %s", [])
    return "done"


@app.route("/case203", methods=["GET", "POST"])
def case203():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    pymysql.connect().query("select * from t where a='%s'" % given)
    return "done"


@app.route("/case205", methods=["GET", "POST"])
def case205():
    given = request.args.get("given", "")
    db = MySQLdb.connect()
    # ruleid: python-sql-injection
    db.query("select * from t where a='%s'" % given)
    return "done"


@app.route("/case206", methods=["GET", "POST"])
def case206():
    given = request.args.get("given", "")
    c = mysql.connector.connect()
    # ruleid: python-sql-injection
    c.cmd_query("select * from t where a='%s'" % given)
    return "done"


@app.route("/case208", methods=["GET", "POST"])
def case208():
    given = request.args.get("given", "")
    c = mysql.connector.connect().cursor()
    # ruleid: python-sql-injection
    c.callproc("p_" + given)
    return "done"


@app.route("/case209", methods=["GET", "POST"])
def case209():
    given = request.args.get("given", "")
    c = asyncpg.connect()
    # ruleid: python-sql-injection
    c.fetch("select * from t where a='%s'" % given)
    return "done"


@app.route("/case211", methods=["GET", "POST"])
def case211():
    given = request.args.get("given", "")
    conn = asyncpg.connect()
    # ruleid: python-sql-injection
    conn.prepare("select * from t where a='%s'" % given)
    return "done"


@app.route("/case212", methods=["GET", "POST"])
def case212():
    given = request.args.get("given", "")
    conn = asyncpg.connect()
    # ruleid: python-sql-injection
    conn.cursor("select * from t where a='%s'" % given)
    return "done"


@app.route("/case214", methods=["GET", "POST"])
def case214():
    given = request.args.get("given", "")
    c = aiosqlite.connect("a")
    # ruleid: python-sql-injection
    c.execute_fetchall("select * from t where a='%s'" % given)
    return "done"


@app.route("/case220", methods=["GET", "POST"])
def case220():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    db.session.scalar(f"select * from t where a='{given}'")
    return "done"


@app.route("/case221", methods=["GET", "POST"])
def case221():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    db.session.scalars(f"select * from t where a='{given}'")
    return "done"


@app.route("/case223", methods=["GET", "POST"])
def case223():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    User.query.from_statement(f"select * from t where a='{given}'")
    return "done"


@app.route("/case227", methods=["GET", "POST"])
def case227():
    given = request.args.get("given", "")
    s = Session()
    # ruleid: python-sql-injection
    s.query(User).filter(text("a='" + given + "'")).all()
    return "done"


@app.route("/case228", methods=["GET", "POST"])
def case228():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    DDL("create table " + given)
    return "done"


@app.route("/case230", methods=["GET", "POST"])
def case230():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    text("select " + given)
    return "done"


@app.route("/case234", methods=["GET", "POST"])
def case234():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    SQL("a='%s'" % given)
    return "done"


@app.route("/case237", methods=["GET", "POST"])
def case237():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    select("u for u in User if u.n == '%s'" % given)
    return "done"


@app.route("/case238", methods=["GET", "POST"])
def case238():
    given = request.args.get("given", "")
    db = Database()
    # ruleid: python-sql-injection
    db.select("select * from t where a='%s'" % given)
    return "done"


@app.route("/case239", methods=["GET", "POST"])
def case239():
    given = request.args.get("given", "")
    db = Database()
    # ruleid: python-sql-injection
    db.get("select * from t where a='%s'" % given)
    return "done"


@app.route("/case240", methods=["GET", "POST"])
def case240():
    given = request.args.get("given", "")
    db = Database()
    # ruleid: python-sql-injection
    db.exists("select * from t where a='%s'" % given)
    return "done"


@app.route("/case241", methods=["GET", "POST"])
def case241():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    raw_sql("a='%s'" % given)
    return "done"


@app.route("/case242", methods=["GET", "POST"])
def case242():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    User.select_by_sql("select * from t where a='%s'" % given)
    return "done"


@app.route("/case243", methods=["GET", "POST"])
def case243():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    records.Database("").query("select * from t where a='%s'" % given)
    return "done"


@app.route("/case244", methods=["GET", "POST"])
def case244():
    given = request.args.get("given", "")
    db = records.Database("")
    # ruleid: python-sql-injection
    db.query("select * from t where a='%s'" % given)
    return "done"


@app.route("/case245", methods=["GET", "POST"])
def case245():
    given = request.args.get("given", "")
    d = databases.Database("")
    # ruleid: python-sql-injection
    d.fetch_all("select * from t where a='%s'" % given)
    return "done"


@app.route("/case246", methods=["GET", "POST"])
def case246():
    given = request.args.get("given", "")
    d = databases.Database("")
    # ruleid: python-sql-injection
    d.fetch_all(query="select * from t where a='%s'" % given)
    return "done"


@app.route("/case247", methods=["GET", "POST"])
def case247():
    given = request.args.get("given", "")
    database = databases.Database("")
    # ruleid: python-sql-injection
    database.fetch_val(query="select * from t where a='%s'" % given)
    return "done"


@app.route("/case248", methods=["GET", "POST"])
def case248():
    given = request.args.get("given", "")
    database = databases.Database("")
    # ruleid: python-sql-injection
    database.iterate("select * from t where a='%s'" % given)
    return "done"


@app.route("/case249", methods=["GET", "POST"])
def case249():
    given = request.args.get("given", "")
    db = dataset.connect("")
    # ruleid: python-sql-injection
    db.query("select * from t where a='%s'" % given)
    return "done"


@app.route("/case250", methods=["GET", "POST"])
def case250():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    duckdb.sql("select * from t where a='%s'" % given)
    return "done"


@app.route("/case251", methods=["GET", "POST"])
def case251():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    duckdb.query("select * from t where a='%s'" % given)
    return "done"


@app.route("/case252", methods=["GET", "POST"])
def case252():
    given = request.args.get("given", "")
    con = duckdb.connect()
    # ruleid: python-sql-injection
    con.sql("select * from t where a='%s'" % given)
    return "done"


@app.route("/case253", methods=["GET", "POST"])
def case253():
    given = request.args.get("given", "")
    con = duckdb.connect()
    # ruleid: python-sql-injection
    con.query("select * from t where a='%s'" % given)
    return "done"


@app.route("/case260", methods=["GET", "POST"])
def case260():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    User.objects.filter(a=1).extra(tables=[given])
    return "done"


@app.route("/case261", methods=["GET", "POST"])
def case261():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    User.objects.extra(order_by=[given])
    return "done"


@app.route("/case263", methods=["GET", "POST"])
def case263():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    Func(template="'%s'" % given)
    return "done"


@app.route("/case265", methods=["GET", "POST"])
def case265():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    pd.read_sql_query(sql="select * from t where a='%s'" % given, con=None)
    return "done"


@app.route("/case267", methods=["GET", "POST"])
def case267():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    bigquery.Client().query("select * from t where a='%s'" % given)
    return "done"


@app.route("/case270", methods=["GET", "POST"])
def case270():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    Tortoise.get_connection("default").execute_query("select '%s'" % given)
    return "done"


@app.route("/case272", methods=["GET", "POST"])
def case272():
    given = request.args.get("given", "")
    # ruleid: python-sql-injection
    Session(None).exec(text("select '%s'" % given))
    return "done"


@app.route("/case275", methods=["GET", "POST"])
def case275():
    given = request.args.get("given", "")
    sqlite3.connect("a.db").execute("select * from t where a=?", (given,))
    return "done"


@app.route("/case276", methods=["GET", "POST"])
def case276():
    given = request.args.get("given", "")
    db.session.execute(text("select * from t where a=:a"), {"a": given})
    return "done"


@app.route("/case277", methods=["GET", "POST"])
def case277():
    given = request.args.get("given", "")
    User.query.filter_by(a=given).all()
    return "done"


@app.route("/case278", methods=["GET", "POST"])
def case278():
    given = request.args.get("given", "")
    User.query.filter(User.a == given).all()
    return "done"


@app.route("/case279", methods=["GET", "POST"])
def case279():
    given = request.args.get("given", "")
    c = psycopg2.connect("").cursor()
    c.execute(sql.SQL("select {}").format(sql.Identifier(given)))
    return "done"


@app.route("/case280", methods=["GET", "POST"])
def case280():
    given = request.args.get("given", "")
    db.session.execute(text("select * from t where a=:a").bindparams(a=given))
    return "done"


@app.route("/case281", methods=["GET", "POST"])
def case281():
    given = request.args.get("given", "")
    User.objects.raw("select * from t where a=%s", [given])
    return "done"


@app.route("/case282", methods=["GET", "POST"])
def case282():
    given = request.args.get("given", "")
    duckdb.execute("select * from t where a=?", [given])
    return "done"
