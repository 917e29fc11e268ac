const jwt = require("jsonwebtoken");

function bad(token, key) {
  // ruleid: node-jwt-verification-disabled
  const first = jwt.verify(token, key, { algorithms: ["HS256", "none"] });
  // ruleid: node-jwt-verification-disabled
  const second = jwt.sign({ a: 1 }, null, { algorithm: "none" });
  // ruleid: node-jwt-verification-disabled
  const third = jwt.verify(token, "", { complete: true });
  return [first, second, third];
}

function good(token, key) {
  // ok: node-jwt-verification-disabled
  const first = jwt.verify(token, key, { algorithms: ["HS256"] });
  // ok: node-jwt-verification-disabled
  const second = jwt.sign({ a: 1 }, key, { algorithm: "RS256" });
  return [first, second];
}
