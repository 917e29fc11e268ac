const express = require("express");
const app = express();

app.post("/login", async (req, res) => {
  // ruleid: node-trust-boundary-violation
  req.session.role = req.body.role;
  // ruleid: node-trust-boundary-violation
  req.session["lang"] = req.headers["accept-language"];
  // ok: node-trust-boundary-violation
  req.session.page = Number(req.query.page);
  const user = await User.authenticate(req.body.name, req.body.password);
  // ok: node-trust-boundary-violation
  req.session.user = user;
  res.end();
});
