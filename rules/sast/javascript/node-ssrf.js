const express = require("express");
const axios = require("axios");
const http = require("http");
const app = express();
const HOSTS = new Set(["api.example.org"]);

app.get("/fetch", async (req, res) => {
  // ruleid: node-ssrf
  const answer = await fetch(req.query.url);
  res.send(await answer.text());
});

app.post("/hook", async (req, res) => {
  const { callback, host } = req.body;
  const target = `https://${host}/status`;
  try {
    // ruleid: node-ssrf
    await axios.get(target);
    // ruleid: node-ssrf
    await axios({ method: "post", url: callback });
    // ruleid: node-ssrf
    http.get("http://" + req.headers["x-host"] + ":8080/", () => {});
  } catch (error) {
    res.status(502).end();
  }
});

app.get("/safe", async (req, res) => {
  // ok: node-ssrf
  await axios.get("https://api.example.org/users/" + req.query.id);
  // ok: node-ssrf
  await fetch(`https://api.example.org/items/${req.query.id}`);
  // ok: node-ssrf
  await axios.get("https://api.example.org/search", { params: { q: req.query.q } });
  // ok: node-ssrf
  await axios.post("https://api.example.org/", req.body);
  const host = req.query.host;
  if (!HOSTS.has(host)) {
    return res.status(400).end();
  }
  // ok: node-ssrf
  return res.send(await fetch("https://" + host));
});

// Across functions of the file.

async function load(url) {
  // ruleid: node-ssrf
  return (await fetch(url)).json();
}

app.get("/through", async (req, res) => res.json(await load(req.query.feed)));
const request = require("request");
app.get("/image", (req, res) => {
  const address = req.query.image;
  // ruleid: node-ssrf
  request.get(address).pipe(res);
  // ruleid: node-ssrf
  request({ url: address, timeout: 100 }, done);
  // ruleid: node-ssrf
  request(address, done);
  // ok: node-ssrf
  request.get("https://images.example.org/list");
});
function upload({ file }, res) {
  // ruleid: node-ssrf
  fetch(file.originalname);
}
async function send(request) {
  // ok: node-ssrf
  return fetch(request);
}

function options(req) {
  // ok: node-ssrf
  request({ method: "POST", url: "https://api.example.com/check", body: req.body.receipt });
  // ruleid: node-ssrf
  request({ method: "POST", url: req.body.url });
  // ruleid: node-ssrf
  http.request({ host: req.query.host, path: "/" });
  // ok: node-ssrf
  http.request({ host: "internal.example.com", path: "/find", headers: { term: req.query.term } });
}

function required(req) {
  // ruleid: node-ssrf
  require("http").get(req.query.url, () => {});
}
