const express = require("express");
const ejs = require("ejs");
const pug = require("pug");
const Handlebars = require("handlebars");
const app = express();

app.post("/preview", (req, res) => {
  // ruleid: node-template-injection
  const first = ejs.render("<p>" + req.body.text + "</p>", {});
  // ruleid: node-template-injection
  const second = pug.compile(`p ${req.body.text}`)({});
  const source = req.body.template;
  // ruleid: node-template-injection
  const third = Handlebars.compile(source)({});
  // ruleid: node-template-injection
  res.render("page", req.query);
  // ruleid: node-template-injection
  res.render("pages/" + req.params.page, { first, second, third });
});

app.get("/safe", (req, res) => {
  // ok: node-template-injection
  const first = ejs.render("<p><%= text %></p>", { text: req.query.text });
  // ok: node-template-injection
  res.render("page", { name: req.query.name, first });
});
