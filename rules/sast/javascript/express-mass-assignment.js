const express = require("express");
const app = express();

app.post("/users", async (req, res) => {
  // ruleid: express-mass-assignment
  const user = await User.create(req.body);
  // ruleid: express-mass-assignment
  await User.findByIdAndUpdate(req.params.id, req.body, { new: true });
  // ruleid: express-mass-assignment
  const other = new User(req.body);
  // ruleid: express-mass-assignment
  await prisma.user.update({ where: { id: 1 }, data: req.body });
  // ruleid: express-mass-assignment
  Object.assign(user, req.body);
  // ok: express-mass-assignment
  await User.create({ name: req.body.name, mail: req.body.mail });
  // ok: express-mass-assignment
  await User.updateOne({ _id: 1 }, { $set: { name: req.body.name } });
  res.json({ user, other });
});

function copies(req) {
  // ok: express-mass-assignment
  return Object.assign({}, req.body);
}
