'use strict';

const escape = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

// The rows are escaped; the query was forgotten.
exports.page = (query, rows) => `<!doctype html>
<h1>Results for ${query}</h1>
<ul>${rows.map((row) => `<li>${escape(row.title)}</li>`).join('')}</ul>`;
