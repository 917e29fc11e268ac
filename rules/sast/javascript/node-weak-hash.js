const crypto = require("crypto");
const { createHash } = require("node:crypto");
const md5 = require("md5");
const CryptoJS = require("crypto-js");

const ALGORITHM = "sha1";

function store(user, password) {
  // ruleid: node-weak-hash
  user.password = crypto.createHash("md5").update(password).digest("hex");
  // ruleid: node-weak-hash
  user.other = crypto.createHash(ALGORITHM).update(password).digest();
  // ruleid: node-weak-hash
  user.third = md5(password);
  // ruleid: node-weak-hash
  user.fourth = CryptoJS.MD5(password).toString();
  // ruleid: node-weak-hash
  return crypto.createSign("RSA-SHA1");
}

function good(data, algorithm) {
  // ok: node-weak-hash
  const a = crypto.createHash("sha256").update(data).digest("hex");
  // ok: node-weak-hash
  const b = crypto.createHash(algorithm);
  // ok: node-weak-hash
  const c = CryptoJS.SHA256(data);
  // ok: node-weak-hash
  const d = other.createHash("md5");
  return [a, b, c, d, createHash];
}

function accepts(key, uid) {
  // ok: node-weak-hash
  const one = crypto.hash("sha1", key + uid, "base64");
  // ok: node-weak-hash
  const two = crypto.createHash("sha1").update(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").digest("base64");
  // ruleid: node-weak-hash
  return crypto.hash("sha1", key + one + two, "base64");
}
