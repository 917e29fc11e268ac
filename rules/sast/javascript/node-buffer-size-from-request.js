app.get("/random", (req, res) => {
  const size = Number(req.query.size);
  // ruleid: node-buffer-size-from-request
  res.end(crypto.randomBytes(size));
});
app.post("/fill", (req, res) => {
  // ruleid: node-buffer-size-from-request
  const buffer = Buffer.alloc(parseInt(req.body.size, 10));
  // ruleid: node-buffer-size-from-request
  const old = new Buffer(req.body.count);
  res.end(Buffer.concat([buffer, old]));
});
app.get("/line", (req, res) => {
  const { width } = req.query;
  // ruleid: node-buffer-size-from-request
  res.end("-".repeat(+width));
});
app.get("/safe", (req, res) => {
  const size = Number(req.query.size);
  if (size > 1024) {
    return res.status(400).end();
  }
  // ok: node-buffer-size-from-request
  res.end(crypto.randomBytes(size));
});
app.get("/min", (req, res) => {
  // ok: node-buffer-size-from-request
  res.end(crypto.randomBytes(Math.min(64, Number(req.query.size))));
});
app.post("/copy", (req, res) => {
  // ok: node-buffer-size-from-request
  const target = Buffer.alloc(req.body.text.length);
  res.end(target);
});
app.get("/fixed", (req, res) => {
  // ok: node-buffer-size-from-request
  res.end(Buffer.alloc(16));
});
