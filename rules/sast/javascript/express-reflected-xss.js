const express = require("express");
const escapeHtml = require("escape-html");
const app = express();
const GREETINGS = { de: "Hallo", en: "Hello" };

app.get("/hello", (req, res) => {
  // ruleid: express-reflected-xss
  res.send("<h1>Hello " + req.query.name + "</h1>");
});

app.get("/list", (req, res) => {
  let page = "<ul>";
  for (const item of req.query.items) {
    page += `<li>${item}</li>`;
  }
  page += "</ul>";
  if (page.length > 10) {
    // ruleid: express-reflected-xss
    res.status(200).send(page);
  } else {
    // ruleid: express-reflected-xss
    res.write(page);
    res.end();
  }
});

app.use((req, res) => {
  // ruleid: express-reflected-xss
  res.status(404).send("<p>Not found: " + req.originalUrl + "</p>");
});

async function koa(ctx) {
  const name = ctx.query.name;
  // ruleid: express-reflected-xss
  ctx.body = "<p>" + name + "</p>";
}

app.get("/safe", (req, res) => {
  const name = req.query.name;
  // ok: express-reflected-xss
  res.send("<h1>Hello " + escapeHtml(name) + "</h1>");
  // ok: express-reflected-xss
  res.send({ name });
  // ok: express-reflected-xss
  res.json({ name });
  // ok: express-reflected-xss
  res.send(GREETINGS[req.query.lang]);
  // ok: express-reflected-xss
  res.render("hello", { name });
  // ok: express-reflected-xss
  res.send("<p>" + Number(req.query.n) + "</p>");
  // ok: express-reflected-xss
  res.send(JSON.stringify(req.query));
  // ok: express-reflected-xss
  socket.send(req.query.name);
});

app.get("/safe/plain", (req, res) => {
  res.type("text/plain");
  // ok: express-reflected-xss
  res.send(req.query.name);
});

app.get("/safe/header", (req, res) => {
  res.setHeader("Content-Type", "application/json");
  // ok: express-reflected-xss
  res.end(req.query.name);
});

// Across functions of the file.

function page(title) {
  return "<html><h1>" + title + "</h1></html>";
}

app.get("/built", (req, res) => {
  // ruleid: express-reflected-xss
  res.send(page(req.query.title));
});

fastify.get('/typed', async (request, reply) => {
  // ruleid: express-reflected-xss
  reply.type('text/html').send('<b>' + request.query.name + '</b>');
  // ruleid: express-reflected-xss
  await reply.code(404).type('text/html; charset=utf-8').send('<b>' + request.params.page + '</b>');
  // ok: express-reflected-xss
  reply.type('application/json').send('"' + Number(request.query.page) + '"');
});
app.get("/hello/:name", (req, res) => {
  // ruleid: express-reflected-xss
  res.send(`Hello ${req.params.name}`);
});
app.get("/content-type", (req, res) => {
  res.contentType("text/plain");
  // ok: express-reflected-xss
  res.send(`Hello ${req.query.name}`);
});
app.post("/echo", (req, res) => {
  // ok: express-reflected-xss
  res.send(req.body);
});
function respond(ctx) {
  const body = ctx.body;
  // ok: express-reflected-xss
  ctx.res.end(body);
}
