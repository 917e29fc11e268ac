const crypto = require("crypto");
const CryptoJS = require("crypto-js");

const NAME = "des-ede3-cbc";

function bad(key, iv, text) {
  // ruleid: node-weak-cipher
  const first = crypto.createCipheriv(NAME, key, iv);
  // ruleid: node-weak-cipher
  const second = crypto.createCipheriv("aes-128-ecb", key, null);
  // ruleid: node-weak-cipher
  const third = crypto.createCipher("aes-256-cbc", "password");
  // ruleid: node-weak-cipher
  const fourth = CryptoJS.DES.encrypt(text, key);
  // ruleid: node-weak-cipher
  const fifth = CryptoJS.AES.encrypt(text, key, { mode: CryptoJS.mode.ECB });
  return [first, second, third, fourth, fifth];
}

function good(key, iv, text) {
  // ok: node-weak-cipher
  const first = crypto.createCipheriv("aes-256-gcm", key, iv);
  // ok: node-weak-cipher
  const second = CryptoJS.AES.encrypt(text, key);
  // ok: node-weak-cipher
  const third = other.createCipher("aes-256-cbc", key);
  return [first, second, third];
}
