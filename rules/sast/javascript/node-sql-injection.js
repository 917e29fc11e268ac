const express = require("express");
const mysql = require("mysql2/promise");
const { Pool } = require("pg");
const app = express();
const pool = new Pool();
const COLUMNS = { name: "name", age: "created_at" };

app.get("/users", async (req, res) => {
  const name = req.query.name;
  // ruleid: node-sql-injection
  const rows = await pool.query("SELECT * FROM users WHERE name = '" + name + "'");
  res.json(rows);
});

app.post("/login", async function (req, res, next) {
  const { user, password } = req.body;
  let sql = `SELECT * FROM users WHERE user = '${user}'`;
  if (password) {
    sql += ` AND password = '${password}'`;
  }
  try {
    const connection = await mysql.createConnection({});
    // ruleid: node-sql-injection
    const [rows] = await connection.execute(sql);
    // ruleid: node-sql-injection
    await pool.query({ text: sql, rowMode: "array" });
    res.send(rows);
  } catch (error) {
    next(error);
  }
});

app.get("/items/:id", (req, res) => {
  const parts = ["SELECT * FROM items"];
  parts.push("WHERE id = " + req.params.id);
  // ruleid: node-sql-injection
  db.all(parts.join(" "), (err, rows) => res.json(rows));
});

app.get("/prisma", async (req, res) => {
  // ruleid: node-sql-injection
  const rows = await prisma.$queryRawUnsafe("SELECT * FROM t ORDER BY " + req.query.sort);
  // ruleid: node-sql-injection
  const others = await knex("t").whereRaw(`age > ${req.query.age}`);
  // ruleid: node-sql-injection
  const more = await sequelize.query(`SELECT * FROM t WHERE a = '${req.headers["x-a"]}'`, { type: 1 });
  res.json({ rows, others, more });
});

async function koaHandler(ctx) {
  // ruleid: node-sql-injection
  ctx.body = await pool.query("DELETE FROM t WHERE id = " + ctx.request.body.id);
}

const nested = async ({ query }, res) => {
  // ruleid: node-sql-injection
  res.json(await pool.query("SELECT " + query.column + " FROM t"));
};

app.get("/safe", async (req, res) => {
  const name = req.query.name;
  // ok: node-sql-injection
  await pool.query("SELECT * FROM users WHERE name = $1", [name]);
  // ok: node-sql-injection
  await pool.query({ text: "SELECT * FROM users WHERE name = $1", values: [name] });
  // ok: node-sql-injection
  await prisma.$queryRaw`SELECT * FROM users WHERE name = ${name}`;
  const id = parseInt(req.query.id, 10);
  // ok: node-sql-injection
  await pool.query("SELECT * FROM users WHERE id = " + id);
  // ok: node-sql-injection
  await pool.query("SELECT * FROM users ORDER BY " + COLUMNS[req.query.sort]);
  // ok: node-sql-injection
  await pool.query("SELECT * FROM users WHERE name = " + mysql.escape(name));
  res.end();
});

app.get("/safe/list", async (req, res) => {
  const column = req.query.sort;
  if (!["name", "age"].includes(column)) {
    return res.status(400).end();
  }
  // ok: node-sql-injection
  return res.json(await pool.query("SELECT * FROM users ORDER BY " + column));
});

async function migrate(table) {
  // ok: node-sql-injection
  await pool.query("DROP TABLE " + table);
}

// Across functions of the file.

function byName(name) {
  // ruleid: node-sql-injection
  return pool.query("SELECT * FROM users WHERE name = '" + name + "'");
}

app.get("/helper", async (req, res) => res.json(await byName(req.query.name)));

function search(req) {
  // ok: node-sql-injection
  return searchIndex.query(req.query.term);
}
