const express = require("express");
const vm = require("vm");
const app = express();
const ACTIONS = { start: () => 1, stop: () => 2 };

app.get("/calc", (req, res) => {
  // ruleid: node-code-injection
  const value = eval(req.query.expression);
  res.send(String(value));
});

app.post("/rules", (req, res) => {
  const body = req.body.rule || "true";
  const source = "return " + body;
  // ruleid: node-code-injection
  const rule = new Function("item", source);
  // ruleid: node-code-injection
  vm.runInNewContext(`result = ${req.body.script}`, {});
  // ruleid: node-code-injection
  const script = new vm.Script(source);
  // ruleid: node-code-injection
  setTimeout("go('" + req.query.page + "')", 100);
  // ruleid: node-code-injection
  const plugin = require("./plugins/" + req.params.plugin);
  res.json([rule(1), script, plugin]);
});

app.get("/safe", (req, res) => {
  // ok: node-code-injection
  const data = JSON.parse(req.query.data);
  // ok: node-code-injection
  const done = ACTIONS[req.query.action]();
  // ok: node-code-injection
  setTimeout(() => res.send(req.query.page), 100);
  // ok: node-code-injection
  const sum = eval("1 + " + Number(req.query.n));
  // ok: node-code-injection
  const own = calculator.eval(req.query.n);
  return [data, done, sum, own];
});

// Across functions of the file.

function evaluate(text) {
  // ruleid: node-code-injection
  return eval("(" + text + ")");
}

app.get("/through", (req, res) => res.send(evaluate(req.query.x)));
