const crypto = require("crypto");

function makeToken() {
  // ruleid: node-insecure-random
  return Math.random().toString(36).slice(2);
}

// ruleid: node-insecure-random
const sessionId = "s" + Math.floor(Math.random() * 1e9);

const newPassword = () => {
  let out = "";
  for (let i = 0; i < 10; i++) {
    // ruleid: node-insecure-random
    out += ALPHABET[Math.floor(Math.random() * ALPHABET.length)];
  }
  return out;
};

function reset(user) {
  // ruleid: node-insecure-random
  user.resetToken = Math.random().toString(16);
  // ok: node-insecure-random
  user.csrfToken = crypto.randomBytes(16).toString("hex");
  // ok: node-insecure-random
  user.colour = Math.random() > 0.5 ? "red" : "blue";
}

// ok: node-insecure-random
const jitter = Math.random() * 100;
// ok: node-insecure-random
setTimeout(retry, 1000 * Math.random());
