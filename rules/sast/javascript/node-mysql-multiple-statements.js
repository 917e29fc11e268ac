const mysql = require("mysql2");
// ruleid: node-mysql-multiple-statements
const a = mysql.createConnection({ host: "db", multipleStatements: true });
// ruleid: node-mysql-multiple-statements
const b = mysql.createPool({ multipleStatements: true, connectionLimit: 4 });
// ruleid: node-mysql-multiple-statements
const c = new Sequelize("a", "b", "c", { dialect: "mysql", dialectOptions: { multipleStatements: true } });
// ruleid: node-mysql-multiple-statements
const d = new DataSource({ type: "mysql", multipleStatements: true });
// ok: node-mysql-multiple-statements
const e = mysql.createConnection({ host: "db" });
// ok: node-mysql-multiple-statements
const f = mysql.createPool({ multipleStatements: false });
// ok: node-mysql-multiple-statements
const g = { multipleStatements: true };
// ok: node-mysql-multiple-statements
const h = parser.create({ multipleStatements: true });
