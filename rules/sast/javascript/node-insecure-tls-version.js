const https = require("https");
const tls = require("tls");

// ruleid: node-insecure-tls-version
tls.DEFAULT_MIN_VERSION = "TLSv1";
// ruleid: node-insecure-tls-version
const first = https.request({ host: "example.org", secureProtocol: "TLSv1_method" });
// ruleid: node-insecure-tls-version
const second = tls.createServer({ minVersion: "TLSv1.1" });
// ok: node-insecure-tls-version
const third = tls.createServer({ minVersion: "TLSv1.2" });
// ok: node-insecure-tls-version
const fourth = tls.createServer({});
module.exports = [first, second, third, fourth];
