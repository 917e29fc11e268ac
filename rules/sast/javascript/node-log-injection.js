const express = require("express");
const app = express();

app.post("/login", (req, res) => {
  // ruleid: node-log-injection
  console.log("login of " + req.body.user);
  // ruleid: node-log-injection
  logger.info(`agent ${req.headers["user-agent"]}`);
  // ok: node-log-injection
  console.log("login of " + JSON.stringify(req.body.user));
  // ok: node-log-injection
  logger.info("page " + Number(req.query.page));
  // ok: node-log-injection
  logger.info("user " + req.body.user.replace(/[\r\n]/g, " "));
  // ok: node-log-injection
  Math.log(req.query.n);
  res.end();
});
