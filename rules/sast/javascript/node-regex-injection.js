const express = require("express");
const _ = require("lodash");
const app = express();

app.get("/find", (req, res) => {
  // ruleid: node-regex-injection
  const first = new RegExp(req.query.q, "i");
  // ruleid: node-regex-injection
  const second = RegExp("^" + req.query.q);
  // ok: node-regex-injection
  const third = new RegExp(_.escapeRegExp(req.query.q), "i");
  // ok: node-regex-injection
  const fourth = /^\w+$/.test(req.query.q);
  res.json([first, second, third, fourth]);
});

async function otherRequests(request, pattern, req) {
  const rows = await request.query("SELECT pattern FROM rules");
  // ok: node-regex-injection
  new RegExp(rows[0]);
  // ok: node-regex-injection
  new RegExp("^" + utils.escapeRegExp(req.body.name));
  // ok: node-regex-injection
  new RegExp(_.map(req.body.words, utils.escapeRegExp).join("|"));
  // ruleid: node-regex-injection
  new RegExp(req.query.pattern);
}
