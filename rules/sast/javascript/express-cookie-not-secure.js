const express = require("express");
const session = require("express-session");
const app = express();

// ruleid: express-cookie-not-secure
app.use(session({ secret: process.env.KEY, cookie: { secure: false } }));

app.get("/", (req, res) => {
  // ruleid: express-cookie-not-secure
  res.cookie("id", "1", { secure: true, httpOnly: false });
  // ruleid: express-cookie-not-secure
  res.cookie("id", "1", { secure: false });
  // ok: express-cookie-not-secure
  res.cookie("id", "1", { secure: true, httpOnly: true });
  // ok: express-cookie-not-secure
  res.cookie("id", "1", { secure: app.get("env") === "production" });
  // ok: express-cookie-not-secure
  connect({ secure: false });
});
app.post("/login/plain", (req, res) => {
  // ruleid: express-cookie-not-secure
  res.cookie("token", sign(req.user));
  // ruleid: express-cookie-not-secure
  res.cookie("sessionId", req.session.id);
  // ok: express-cookie-not-secure
  res.cookie("lang", "de");
  // ok: express-cookie-not-secure
  res.cookie("XSRF-TOKEN", req.csrfToken());
  // ok: express-cookie-not-secure
  res.cookie("token", sign(req.user), { httpOnly: true, secure: true });
});
