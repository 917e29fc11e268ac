app.post("/erasure", (req, res) => {
  // ruleid: express-render-options-from-request
  res.render("done", { ...req.body }, (error, html) => res.send(html));
});
app.get("/page", (req, res) => {
  // ruleid: express-render-options-from-request
  res.render("page", req.query);
});
app.post("/form", async (request, response) => {
  // ruleid: express-render-options-from-request
  response.render("form", Object.assign({ title: "Form" }, request.body));
});
app.post("/form2", (req, res) => {
  // ruleid: express-render-options-from-request
  return res.status(200) && res.render("form", { title: "Form", ...req.query });
});
app.post("/safe", (req, res) => {
  // ok: express-render-options-from-request
  res.render("done", { name: req.body.name });
  // ok: express-render-options-from-request
  res.render("done", { values: req.body });
  // ok: express-render-options-from-request
  res.render("done", { ...defaults, name: req.query.name });
  // ok: express-render-options-from-request
  res.render("done");
});
