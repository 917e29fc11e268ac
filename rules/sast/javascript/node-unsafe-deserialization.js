const express = require("express");
const serialize = require("node-serialize");
const yaml = require("js-yaml");
const v8 = require("v8");
const app = express();

app.use((req, res, next) => {
  const raw = Buffer.from(req.cookies.profile, "base64").toString();
  // ruleid: node-unsafe-deserialization
  const profile = serialize.unserialize(raw);
  // ruleid: node-unsafe-deserialization
  const other = yaml.load(req.body.doc, { schema: yaml.DEFAULT_FULL_SCHEMA });
  // ruleid: node-unsafe-deserialization
  const third = v8.deserialize(req.body);
  // ok: node-unsafe-deserialization
  const safe = JSON.parse(req.cookies.profile);
  // ok: node-unsafe-deserialization
  const doc = yaml.load(req.body.doc);
  // ok: node-unsafe-deserialization
  const own = serialize.unserialize(readCache());
  next([profile, other, third, safe, doc, own]);
});
