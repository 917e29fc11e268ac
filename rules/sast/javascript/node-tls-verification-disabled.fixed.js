const https = require("https");
const tls = require("tls");

// ruleid: node-tls-verification-disabled
process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";

// ruleid: node-tls-verification-disabled
const agent = new https.Agent({ rejectUnauthorized: true });

function connect(host, strict) {
  const options = { host, port: 443 };
  // ruleid: node-tls-verification-disabled
  options.rejectUnauthorized = true;
  // ruleid: node-tls-verification-disabled
  const second = tls.connect({ host, port: 443, checkServerIdentity: () => undefined });
  // ok: node-tls-verification-disabled
  const third = tls.connect({ host, rejectUnauthorized: true });
  // ok: node-tls-verification-disabled
  const fourth = tls.connect({ host, rejectUnauthorized: strict });
  // ok: node-tls-verification-disabled
  process.env.NODE_ENV = "0";
  return [agent, options, second, third, fourth];
}
