'use strict';

const mysql = require('mysql2/promise');

const pool = mysql.createPool({
  host: 'db.links.internal',
  user: 'links',
  password: 'wQ8-zm4Rt1vKp',
  database: 'links',
});

exports.byName = async (name) => {
  const [rows] = await pool.query('SELECT * FROM link WHERE name = ?', [name]);
  return rows[0];
};

exports.search = async (text) => {
  const [rows] = await pool.query("SELECT * FROM link WHERE title LIKE '%" + text + "%'");
  return rows;
};
