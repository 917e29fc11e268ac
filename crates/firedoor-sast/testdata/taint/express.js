const child_process = require('child_process');
const { exec } = require('child_process');
app.get('/a', (req, res) => {
  const { cmd, other = 'x' } = req.query;
  // ruleid: express
  child_process.exec('ls ' + cmd, (e) => {});
  // ruleid: express
  exec(`ls ${cmd}`);
  const o = Object.assign({}, req.body);
  // ruleid: express
  eval(o.x);
  const m = new Map();
  m.set('a', req.query.a);
  m.set('b', 'ok');
  // ruleid: express
  eval(m.get('a'));
  // ok: express
  eval(m.get('b'));
  run(req.body.code);
  Promise.resolve(req.body.y).then((v) => {
    // ruleid: express
    eval(v);
  });
  const arr = ['a', req.query.z];
  // ruleid: express
  eval(arr.join(','));
  // ok: express
  eval(arr[0]);
  const safe = false ? req.query.q : 'x';
  // ok: express
  eval(safe);
  let spread = { ...req.body, k: 'v' };
  // ruleid: express
  eval(spread.zz);
  // ok: express
  eval(spread.k);
  class A { constructor(v) { this.v = v; } get() { return this.v; } }
  // ruleid: express
  eval(new A(req.query.w).get());
  [req.query.a, 'b'].forEach(function (x) {
    // ruleid: express
    eval(x);
  });
});
function run(code) {
  // ruleid: express
  eval(code);
}
