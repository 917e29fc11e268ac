const crypto = require("crypto");

const IV = "0123456789abcdef";

function bad(key) {
  // ruleid: node-static-iv
  const first = crypto.createCipheriv("aes-256-cbc", key, IV);
  const iv = Buffer.alloc(16);
  // ruleid: node-static-iv
  const second = crypto.createCipheriv("aes-256-cbc", key, iv);
  // ruleid: node-static-iv
  return [first, second, crypto.createCipheriv("aes-256-ctr", key, Buffer.from("00ff", "hex"))];
}

function good(key) {
  const iv = crypto.randomBytes(16);
  // ok: node-static-iv
  const first = crypto.createCipheriv("aes-256-cbc", key, iv);
  // ok: node-static-iv
  const second = crypto.createDecipheriv("aes-256-cbc", key, first.iv);
  return [first, second];
}
