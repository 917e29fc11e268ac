const crypto = require("crypto");

const KEY = "0123456789abcdef";

function bad(iv) {
  // ruleid: node-hardcoded-encryption-key
  const first = crypto.createCipheriv("aes-128-gcm", KEY, iv);
  // ruleid: node-hardcoded-encryption-key
  const second = crypto.createHmac("sha256", "signing key");
  return [first, second];
}

function good(key, iv) {
  // ok: node-hardcoded-encryption-key
  const first = crypto.createCipheriv("aes-128-gcm", key, iv);
  // ok: node-hardcoded-encryption-key
  const second = crypto.createHmac("sha256", process.env.SIGNING_KEY);
  // ok: node-hardcoded-encryption-key
  const third = crypto.createHash("sha256");
  return [first, second, third];
}
