app.get("/a", (req, res) => {
  // ruleid: node-inefficient-regex-on-request
  res.json(/^(\w+\s?)*$/.test(req.query.name));
});
app.post("/b", (req, res) => {
  const mail = req.body.mail;
  // ruleid: node-inefficient-regex-on-request
  if (mail.match(/^([a-z0-9]+)+@example\.org$/i)) res.end("ok");
  // ruleid: node-inefficient-regex-on-request
  const words = /^(?:a+)+$/.exec(req.body.text);
  res.json(words);
});
function clean(text) {
  // ruleid: node-inefficient-regex-on-request
  return text.replace(/(.*)*x/, "");
}
app.get("/c", (req, res) => res.end(clean(req.params.text)));
app.get("/d", (req, res) => {
  // ok: node-inefficient-regex-on-request
  res.json(/^\w+$/.test(req.query.name));
  // ok: node-inefficient-regex-on-request
  res.json(/^(\w+\s)*\w*$/.test("constant"));
  // ok: node-inefficient-regex-on-request
  res.json(/^(abc)+$/.test(req.query.name));
  const text = req.query.text;
  if (text.length > 100) {
    return res.status(400).end();
  }
  // ok: node-inefficient-regex-on-request
  res.json(/^(\w+\s?)*$/.test(text));
  // ok: node-inefficient-regex-on-request
  res.json(/^(a+)+$/.test(req.query.x.slice(0, 20)));
});
