const express = require("express");
const app = express();

app.use((err, req, res, next) => {
  // ruleid: express-error-exposed
  res.status(500).send(err.stack);
  // ruleid: express-error-exposed
  res.json({ message: err.message, stack: err.stack });
  // ok: express-error-exposed
  console.error(err.stack);
  // ok: express-error-exposed
  res.status(500).send("failed");
  if (process.env.NODE_ENV !== "production") {
    // ok: express-error-exposed
    res.send(err.stack);
  }
});
const errorhandler = require("errorhandler");
// ruleid: express-error-exposed
app.use(errorhandler());
if (process.env.NODE_ENV === "development") {
  // ok: express-error-exposed
  app.use(errorhandler());
}
