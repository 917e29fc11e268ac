const jwt = require("jsonwebtoken");

app.get("/me", (req, res) => {
  const token = req.headers.authorization.split(" ")[1];
  // ruleid: node-jwt-decoded-only
  const claims = jwt.decode(token);
  res.json(find(claims.sub));
});

app.get("/cookie", (req, res) => {
  // ruleid: node-jwt-decoded-only
  res.json(find(jwt.decode(req.cookies.session).user));
});

function claimsOf(request) {
  // ruleid: node-jwt-decoded-only
  return jwt.decode(request.headers["x-token"]);
}

app.post("/x", (req, res) => {
  // ruleid: node-jwt-decoded-only
  const { role } = jwtDecode(req.body.token);
  res.json({ role });
});

app.get("/safe", (req, res) => {
  // ok: node-jwt-decoded-only
  res.json(jwt.verify(req.cookies.session, key, { algorithms: ["HS256"] }));
});

app.get("/key", (req, res) => {
  // ok: node-jwt-decoded-only
  const { header } = jwt.decode(req.cookies.session, { complete: true });
  res.json(jwt.verify(req.cookies.session, keys[header.kid]));
});

function own(token) {
  // ok: node-jwt-decoded-only
  return jwt.decode(config.token);
}

app.get("/text", (req, res) => {
  // ok: node-jwt-decoded-only
  res.json(iconv.decode(req.body, "latin1"));
});
