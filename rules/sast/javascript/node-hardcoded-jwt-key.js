const jwt = require("jsonwebtoken");
const session = require("express-session");
const KEY = "correct horse";

function bad(claims, token, app) {
  // ruleid: node-hardcoded-jwt-key
  const first = jwt.sign(claims, "battery staple", { expiresIn: "1h" });
  // ruleid: node-hardcoded-jwt-key
  const second = jwt.verify(token, KEY);
  // ruleid: node-hardcoded-jwt-key
  app.use(session({ secret: "keyboard cat", resave: false }));
  return [first, second];
}

function good(claims, token, app, config) {
  // ok: node-hardcoded-jwt-key
  const first = jwt.sign(claims, process.env.JWT_KEY);
  // ok: node-hardcoded-jwt-key
  const second = jwt.verify(token, config.key);
  // ok: node-hardcoded-jwt-key
  app.use(session({ secret: config.sessionSecret, resave: false }));
  return [first, second];
}
