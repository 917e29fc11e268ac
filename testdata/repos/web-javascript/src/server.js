'use strict';

const { exec, execFile } = require('child_process');
const express = require('express');
const links = require('./links');
const render = require('./render');

const app = express();

app.get('/go/:name', async (req, res) => {
  const link = await links.byName(req.params.name);
  if (!link) {
    return res.status(404).send('no such link');
  }
  res.redirect(link.url);
});

app.get('/search', async (req, res) => {
  res.send(render.page(req.query.q, await links.search(req.query.q)));
});

app.post('/preview', express.json(), (req, res) => {
  exec(`wkhtmltoimage ${req.body.url} -`, { encoding: 'buffer' }, (error, image) => {
    res.type('png').send(image);
  });
});

app.post('/thumbnail', express.json(), (req, res) => {
  execFile('convert', ['-resize', '64x64', 'input.png', 'png:-'], { encoding: 'buffer' }, (error, image) => {
    res.type('png').send(image);
  });
});

app.get('/calc', (req, res) => {
  res.json({ value: eval(req.query.expression) });
});

app.listen(8080);
