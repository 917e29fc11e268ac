const express = require("express");
const fs = require("fs");
const path = require("path");
const { readFile } = require("fs/promises");
const app = express();
const ROOT = "/srv/files";

app.get("/read", (req, res) => {
  const file = path.join(ROOT, req.query.name);
  // ruleid: node-path-traversal
  fs.readFile(file, (error, data) => res.send(data));
});

app.get("/files/:name", (req, res) => {
  // ruleid: node-path-traversal
  res.sendFile(ROOT + "/" + req.params.name);
  // ruleid: node-path-traversal
  fs.createReadStream(`${ROOT}/${req.params.name}`).pipe(res);
});

app.post("/delete", async (req, res) => {
  for (const name of req.body.names) {
    const target = path.resolve(ROOT, name);
    if (fs.existsSync(target)) {
      // ruleid: node-path-traversal
      fs.unlinkSync(target);
    }
  }
  // ruleid: node-path-traversal
  await fs.promises.writeFile(path.normalize(ROOT + req.body.file), "x");
  res.end();
});

async function download(ctx) {
  // ruleid: node-path-traversal
  ctx.body = fs.readFileSync("/srv/" + ctx.params.file);
}

app.get("/safe", (req, res) => {
  const name = path.basename(req.query.name);
  // ok: node-path-traversal
  fs.readFile(path.join(ROOT, name), (error, data) => res.send(data));
  // ok: node-path-traversal
  res.sendFile(req.query.name, { root: ROOT });
  // ok: node-path-traversal
  fs.writeFileSync("/var/spool/inbox", req.body.text);
  // ok: node-path-traversal
  fs.readFileSync(`/srv/${Number(req.query.id)}.txt`);
});

app.get("/safe/checked", (req, res) => {
  const full = path.resolve(ROOT, req.query.name);
  if (!full.startsWith(ROOT + path.sep)) {
    return res.status(403).end();
  }
  // ok: node-path-traversal
  return res.send(fs.readFileSync(full));
});

function load(config) {
  // ok: node-path-traversal
  return fs.readFileSync(config);
}

// Across functions of the file.

function contents(name) {
  // ruleid: node-path-traversal
  return fs.readFileSync(path.join(ROOT, name), "utf8");
}

app.get("/contents", (req, res) => res.send(contents(req.query.name)));
