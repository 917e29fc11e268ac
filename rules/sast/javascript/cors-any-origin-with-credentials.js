const express = require("express");
const cors = require("cors");
const app = express();
const ALLOWED = ["https://example.org"];

// ruleid: cors-any-origin-with-credentials
app.use(cors({ origin: true, credentials: true }));
// ok: cors-any-origin-with-credentials
app.use(cors({ origin: ALLOWED, credentials: true }));
// ok: cors-any-origin-with-credentials
app.use(cors({ origin: true }));

app.use((req, res, next) => {
  // ruleid: cors-any-origin-with-credentials
  res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
  // ok: cors-any-origin-with-credentials
  res.setHeader("Access-Control-Allow-Origin", "https://example.org");
  if (ALLOWED.includes(req.headers.origin)) {
    // ok: cors-any-origin-with-credentials
    res.setHeader("Access-Control-Allow-Origin", req.headers.origin);
  }
  next();
});
