'use strict';

const escape = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

exports.page = (query, rows) => `<!doctype html>
<h1>Results for ${escape(query)}</h1>
<ul>${rows.map((row) => `<li>${escape(row.title)}</li>`).join('')}</ul>`;
