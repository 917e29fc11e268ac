const bcrypt = require("bcrypt");
const crypto = require("crypto");
async function store(password, salt) {
  // ruleid: node-weak-password-hash-cost
  await bcrypt.hash(password, 5);
  // ruleid: node-weak-password-hash-cost
  bcrypt.hashSync(password, 8);
  // ruleid: node-weak-password-hash-cost
  bcrypt.genSaltSync(4);
  // ruleid: node-weak-password-hash-cost
  crypto.pbkdf2Sync(password, salt, 1000, 64, "sha512");
  const ROUNDS = 6;
  // ruleid: node-weak-password-hash-cost
  await bcrypt.hash(password, ROUNDS);
  // ok: node-weak-password-hash-cost
  await bcrypt.hash(password, 12);
  // ok: node-weak-password-hash-cost
  bcrypt.hashSync(password, salt);
  // ok: node-weak-password-hash-cost
  crypto.pbkdf2Sync(password, salt, 310000, 32, "sha256");
  // ok: node-weak-password-hash-cost
  bcrypt.genSaltSync();
  // ok: node-weak-password-hash-cost
  await cache.hash(password, 5);
}
