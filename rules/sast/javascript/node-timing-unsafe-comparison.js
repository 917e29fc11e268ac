const crypto = require("crypto");

function check(req, body) {
  const signature = req.headers["x-signature"];
  const wanted = crypto.createHmac("sha256", process.env.KEY).update(body).digest("hex");
  // ruleid: node-timing-unsafe-comparison
  if (signature === wanted) {
    return true;
  }
  // ruleid: node-timing-unsafe-comparison
  if (req.query.key !== config.apiKey) {
    return false;
  }
  // ok: node-timing-unsafe-comparison
  if (signature === undefined) {
    return false;
  }
  // ok: node-timing-unsafe-comparison
  if (config.secret === "") {
    return false;
  }
  // ok: node-timing-unsafe-comparison
  return crypto.timingSafeEqual(Buffer.from(signature), Buffer.from(wanted));
}
