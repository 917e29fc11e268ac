const express = require('express');

function open() {
  const app = express();
  // ruleid: express-admin-route-without-login
  app.get('/admin/users', (req, res) => {
    res.json(users.all());
  });
  // ruleid: express-admin-route-without-login
  app.delete('/api/admin/users/:id', async (req, res) => {
    await users.remove(req.params.id);
    res.end();
  });
  // ruleid: express-admin-route-without-login
  app.post('/internal/reset', function (req, res) {
    reset();
    res.end();
  });
  // ok: express-admin-route-without-login
  app.get('/users', (req, res) => {
    res.json([]);
  });
  // ok: express-admin-route-without-login
  app.get('/administration', (req, res) => {
    res.end();
  });
  // ok: express-admin-route-without-login
  app.get('/admin/audit', requireAdmin, (req, res) => {
    res.json(audit.all());
  });
  // ok: express-admin-route-without-login
  app.get('/admin/self', (req, res) => {
    if (!req.user || !req.user.admin) return res.sendStatus(403);
    res.json(req.user);
  });
  return app;
}

function checked() {
  const router = express.Router();
  router.use(requireAdmin);
  // ok: express-admin-route-without-login
  router.get('/admin/users', (req, res) => {
    res.json(users.all());
  });
  return router;
}

function prefix() {
  const app = express();
  app.use('/admin', requireAdmin);
  // ok: express-admin-route-without-login
  app.get('/admin/users', (req, res) => {
    res.json(users.all());
  });
  return app;
}
