const express = require("express");
const { exec } = require("child_process");

const app = express();

// What one handler leaves in the request is there for those behind it.
app.use((req, res, next) => {
  req.folder = req.query.folder;
  req.label = "fixed";
  req.account = { agent: req.headers["user-agent"] };
  res.locals.name = req.query.name;
  res.locals.count = parseInt(req.query.count, 10);
  next();
});

app.get("/folder", (req, res) => {
  // ruleid: node-command-injection
  exec("ls " + req.folder);
  // ok: node-command-injection
  exec("ls " + req.label);
  // ok: node-command-injection
  exec("ls " + req.account.name);
  res.end();
});

app.get("/name", (req, res) => {
  // ruleid: node-command-injection
  exec("ls " + res.locals.name);
  // ok: node-command-injection
  exec("ls " + res.locals.count);
  // ok: node-command-injection
  exec("ls " + res.locals.other);
  res.end();
});

// No handler: it is handed to nobody.
function note(req) {
  req.noted = req.query.noted;
}

app.get("/noted", (req, res) => {
  // ok: node-command-injection
  exec("ls " + req.noted);
  res.end();
});
