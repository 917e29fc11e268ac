const express = require("express");
const mongoose = require("mongoose");
const User = mongoose.model("User");
const app = express();

app.post("/login", async (req, res) => {
  // ruleid: node-nosql-injection
  const user = await User.findOne({ name: req.body.name, password: req.body.password });
  const filter = req.query;
  // ruleid: node-nosql-injection
  const rows = await User.find(filter).limit(10);
  const { id } = req.body;
  if (id) {
    // ruleid: node-nosql-injection
    await User.deleteMany({ _id: id });
  }
  // ruleid: node-nosql-injection
  User.$where("this.age > " + req.query.age);
  res.json({ user, rows });
});

app.post("/safe", async (req, res) => {
  // ok: node-nosql-injection
  const user = await User.findOne({ name: String(req.body.name) });
  // ok: node-nosql-injection
  const other = await User.findOne({ _id: new mongoose.Types.ObjectId(req.body.id) });
  // ok: node-nosql-injection
  const third = await User.findOne({ age: Number(req.query.age) });
  // ok: node-nosql-injection
  const fourth = [1, 2].find((entry) => entry === req.body.n);
  // ok: node-nosql-injection
  const fifth = await Account.findOne({ where: { name: req.body.name } });
  res.json({ user, other, third, fourth, fifth });
});
app.get("/rows", (req, res) => {
  // ruleid: node-nosql-injection
  users.find({ name: req.query.name }).toArray(done);
  // ruleid: node-nosql-injection
  db.reviews.update({ _id: req.body.id }, { $set: { seen: true } }, { multi: true });
  // ok: node-nosql-injection
  users.find({ name: String(req.query.name) }).toArray(done);
  // ok: node-nosql-injection
  tracker.update({ at: req.body.at }, done);
});
