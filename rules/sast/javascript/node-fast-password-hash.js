const crypto = require("crypto");
function store(user, password) {
  // ruleid: node-fast-password-hash
  user.hash = crypto.createHash("sha256").update(password).digest("hex");
  // ruleid: node-fast-password-hash
  user.old = crypto.createHash("md5").update(user.salt + user.password, "utf8").digest("base64");
  // ruleid: node-fast-password-hash
  user.md5 = md5(req.body.password);
  // ruleid: node-fast-password-hash
  user.js = CryptoJS.SHA256(password).toString();
  // ok: node-fast-password-hash
  user.safe = crypto.scryptSync(password, salt, 64);
  // ok: node-fast-password-hash
  user.bcrypt = bcrypt.hashSync(password, 12);
  // ok: node-fast-password-hash
  user.etag = crypto.createHash("sha256").update(body).digest("hex");
  // ok: node-fast-password-hash
  user.reset = crypto.createHash("sha256").update(passwordResetToken).digest("hex");
  // ok: node-fast-password-hash
  return md5(file);
}
