const express = require("express");
const xpath = require("xpath");
const app = express();

app.get("/user", (req, res) => {
  const expression = "//user[name='" + req.query.name + "']";
  // ruleid: node-xpath-injection
  const found = xpath.select(expression, doc);
  // ruleid: node-xpath-injection
  const one = xpath.select1(`//user[@id='${req.params.id}']`, doc);
  // ok: node-xpath-injection
  const third = xpath.select("//user[" + Number(req.query.n) + "]", doc);
  // ok: node-xpath-injection
  const fourth = xpath.parse("//user[name=$name]").evaluate({ node: doc, variables: { name: req.query.name } });
  res.json([found, one, third, fourth]);
});
