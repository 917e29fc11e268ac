const express = require("express");
const _ = require("lodash");
const app = express();
const settings = {};

app.post("/settings/:group/:name", (req, res) => {
  // ruleid: prototype-pollution
  settings[req.params.group][req.params.name] = req.body.value;
  // ruleid: prototype-pollution
  _.merge(settings, req.body);
  // ruleid: prototype-pollution
  _.set(settings, req.query.path, "x");
  for (const group of Object.keys(req.body)) {
    // ruleid: prototype-pollution
    settings[group]["seen"] = true;
  }
  res.end();
});

app.post("/safe", (req, res) => {
  const key = req.body.key;
  if (key === "__proto__" || key === "constructor") {
    return res.status(400).end();
  }
  // ok: prototype-pollution
  settings[key]["seen"] = true;
  // ok: prototype-pollution
  settings["users"]["last"] = req.body.name;
  // ok: prototype-pollution
  _.merge(settings, { name: "x" });
  // ok: prototype-pollution
  _.set(settings, "user.name", req.body.name);
  // ok: prototype-pollution
  settings.list[Number(req.body.index)]["seen"] = true;
  return res.end();
});
