const mysql = require("mysql");
// ruleid: node-hardcoded-connection-password
const connection = mysql.createConnection({ host: "localhost", user: "app", password: "correcthorse" });
// ruleid: node-hardcoded-connection-password
const pool = mysql.createPool({ password: "battery9", user: "app" });
// ruleid: node-hardcoded-connection-password
const sequelize = new Sequelize("shop", "app", "staple77", { dialect: "mysql" });
// ruleid: node-hardcoded-connection-password
const db = require("knex")({ client: "pg", connection: { host: "db", user: "app", password: "correcthorse" } });
// ruleid: node-hardcoded-connection-password
const pg = new Pool({ host: "db", user: "app", password: "battery9" });
// ok: node-hardcoded-connection-password
const a = mysql.createConnection({ host: "localhost", user: "app", password: process.env.DB_PASSWORD });
// ok: node-hardcoded-connection-password
const b = mysql.createConnection({ host: "localhost", user: "app", password: "" });
// ok: node-hardcoded-connection-password
const c = new Sequelize("shop", "app", config.password, { dialect: "mysql" });
// ok: node-hardcoded-connection-password
const d = mysql.createPool({ user: "app", password: "your-password" });
// ok: node-hardcoded-connection-password
const e = createForm({ user: "app", password: "correcthorse" });
