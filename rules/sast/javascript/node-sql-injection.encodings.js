const express = require("express");
const mysql = require("mysql");
const app = express();
const db = mysql.createConnection({});

app.get("/name", (req, res) => {
  const name = req.query.name;
  const hex = Buffer.from(name).toString("hex");
  // ok: node-sql-injection
  db.query("SELECT * FROM t WHERE k = '" + hex + "'");
  // ruleid: node-sql-injection
  db.query("SELECT * FROM t WHERE k = '" + Buffer.from(hex, "hex").toString() + "'");
  // ok: node-sql-injection
  db.query(`SELECT * FROM t WHERE k = '${btoa(name)}'`);
  // ruleid: node-sql-injection
  db.query(`SELECT * FROM t WHERE k = '${atob(req.query.packed)}'`);
  // ruleid: node-sql-injection
  db.query(`SELECT * FROM t WHERE k = '${Buffer.from(name).toString("utf8")}'`);
});
