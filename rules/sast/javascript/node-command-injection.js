const express = require("express");
const { exec, execFile, spawn } = require("child_process");
const cp = require("node:child_process");
const child_process = require("child_process");
const util = require("util");
const run = util.promisify(child_process.exec);
const { quote } = require("shell-quote");
const app = express();
const TOOLS = { ping: "/bin/ping", trace: "/usr/bin/traceroute" };

app.get("/ping", (req, res) => {
  // ruleid: node-command-injection
  exec("ping -c 1 " + req.query.host, (error, stdout) => res.send(stdout));
});

app.post("/convert", async (req, res) => {
  const { size, name } = req.body;
  const command = `convert ${name} -resize ${size} out.png`;
  // ruleid: node-command-injection
  await run(command);
  // ruleid: node-command-injection
  child_process.execSync(command);
  // ruleid: node-command-injection
  spawn("sh", ["-c", command]);
  // ruleid: node-command-injection
  spawn("convert", [name], { shell: true });
  // ruleid: node-command-injection
  execFile(req.body.tool, ["--version"]);
  res.end();
});

app.get("/loop", (req, res) => {
  for (const host of req.query.hosts) {
    if (host) {
      // ruleid: node-command-injection
      require("child_process").exec("nslookup " + host);
    }
  }
  res.end();
});

app.get("/safe", (req, res) => {
  // ok: node-command-injection
  execFile("ping", ["-c", "1", req.query.host], () => res.end());
  // ok: node-command-injection
  spawn("git", ["log", "--", req.query.path]);
  // ok: node-command-injection
  exec("ping -c " + Number(req.query.count) + " example.org");
  // ok: node-command-injection
  exec("ping " + quote([req.query.host]));
  // ok: node-command-injection
  spawn(TOOLS[req.query.tool], ["example.org"]);
  // ok: node-command-injection
  exec("uptime");
  const match = /a(b)/.exec(req.query.text);
  // ok: node-command-injection
  pattern.exec(req.query.text);
  res.send(match);
});

function backup(target) {
  // ok: node-command-injection
  exec("tar czf " + target);
}

// Across functions of the file.

function lookup(host) {
  // ruleid: node-command-injection
  return cp.execSync("whois " + host);
}

app.get("/whois", (req, res) => res.send(lookup(req.params.host)));
