const db = require("./db");

app.get("/orders/:id", (req, res) => {
  const id = req.params.id;
  // ruleid: node-mongo-where-injection
  db.orders.find({ $where: `this.orderId === '${id}'` }).then((order) => res.json(order));
});

app.get("/reviews", (req, res) => {
  // ruleid: node-mongo-where-injection
  db.reviews.find({ $where: "this.product == " + req.query.product }, done);
});

function criteria(userId, threshold) {
  if (threshold) {
    // ruleid: node-mongo-where-injection
    return { $where: `this.userId == ${userId} && this.stocks > '${threshold}'` };
  }
  return { userId };
}
app.get("/allocations", (req, res) => {
  allocations.find(criteria(7, req.query.threshold)).toArray(done);
});

app.post("/search", (req, res) => {
  const condition = "this.name == '" + req.body.name + "'";
  // ruleid: node-mongo-where-injection
  User.find().$where(condition).exec(done);
});

app.get("/safe", (req, res) => {
  // ok: node-mongo-where-injection
  db.reviews.find({ $where: "this.a > this.b" });
  // ok: node-mongo-where-injection
  db.reviews.find({ $where: "this.product == " + Number(req.query.product) });
  // ok: node-mongo-where-injection
  db.reviews.find({ product: req.query.product });
  // ok: node-mongo-where-injection
  db.reviews.find({ $where: `this.year == ${parseInt(req.query.year)}` });
});
