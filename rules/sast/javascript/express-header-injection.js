const express = require("express");
const app = express();

app.get("/file", (req, res) => {
  // ruleid: express-header-injection
  res.setHeader("Content-Disposition", "attachment; filename=" + req.query.name);
  // ruleid: express-header-injection
  res.set("X-Lang", req.headers["accept-language"]);
  // ok: express-header-injection
  res.setHeader("X-Name", encodeURIComponent(req.query.name));
  // ok: express-header-injection
  res.set("Cache-Control", "no-store");
  // ok: express-header-injection
  cache.set("name", req.query.name);
  res.end();
});
