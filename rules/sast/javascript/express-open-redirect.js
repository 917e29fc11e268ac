const express = require("express");
const app = express();
const PAGES = { home: "/", shop: "/shop" };

app.get("/login", (req, res) => {
  // ruleid: express-open-redirect
  res.redirect(req.query.next);
});

app.post("/out", (req, res) => {
  let url = req.body.url || "/";
  if (url.length > 100) {
    url = url.slice(0, 100);
  }
  // ruleid: express-open-redirect
  res.redirect(302, url);
  // ruleid: express-open-redirect
  res.writeHead(302, { Location: url });
  // ruleid: express-open-redirect
  res.redirect("https://" + req.params.site);
});

async function koa(ctx) {
  // ruleid: express-open-redirect
  ctx.redirect(ctx.query.to);
}

app.get("/safe", (req, res) => {
  // ok: express-open-redirect
  res.redirect("/users/" + req.query.id);
  // ok: express-open-redirect
  res.redirect(`/items/${req.params.id}`);
  // ok: express-open-redirect
  res.redirect(PAGES[req.query.page]);
  // ok: express-open-redirect
  res.redirect("/");
  // ok: express-open-redirect
  res.redirect("/login?next=" + encodeURIComponent(req.originalUrl));
  const target = req.query.next;
  if (!isSafeRedirect(target)) {
    return res.redirect("/");
  }
  // ok: express-open-redirect
  return res.redirect(target);
});

// Across functions of the file.

function next(req) {
  return req.query.next;
}

app.get("/through", (req, res) => {
  // ruleid: express-open-redirect
  res.redirect(next(req));
});
app.get("/location", (req, res) => {
  // ruleid: express-open-redirect
  res.header("Location", req.query.u);
  // ruleid: express-open-redirect
  res.set("location", req.query.u).status(302).end();
  // ok: express-open-redirect
  res.header("X-Location", req.query.u);
});
const response = {
  location(url) {
    // ok: express-open-redirect
    return this.set("Location", encode(url === "back" ? this.req.get("Referrer") : url));
  },
};
app.post("/files/:name", (req, res) => {
  res.status(201);
  // ok: express-open-redirect
  res.set("Location", "https://files.example.com" + req.body.path);
  res.json({});
});
