const crypto = require("crypto");
const SHORT = 1024;

// ruleid: node-weak-key-size
const first = crypto.generateKeyPairSync("rsa", { modulusLength: 1024 });
// ruleid: node-weak-key-size
crypto.generateKeyPair("rsa", { modulusLength: SHORT, publicExponent: 65537 }, () => {});
// ruleid: node-weak-key-size
const third = crypto.createDiffieHellman(512);
// ok: node-weak-key-size
const fourth = crypto.generateKeyPairSync("rsa", { modulusLength: 3072 });
// ok: node-weak-key-size
const fifth = crypto.generateKeyPairSync("ed25519", {});
module.exports = [first, third, fourth, fifth];
