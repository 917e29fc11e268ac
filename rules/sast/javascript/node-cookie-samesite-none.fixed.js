app.get('/login', (req, res) => {
  // ruleid: node-cookie-samesite-none
  res.cookie('session', token, { httpOnly: true, secure: true, sameSite: 'lax' });
  // ruleid: node-cookie-samesite-none
  res.cookie('session', token, { sameSite: 'lax', secure: true });
  // ok: node-cookie-samesite-none
  res.cookie('session', token, { httpOnly: true, secure: true, sameSite: 'lax' });
  // ok: node-cookie-samesite-none
  res.cookie('session', token, { httpOnly: true, secure: true, sameSite: true });
  // ok: node-cookie-samesite-none
  res.cookie('none', 'none');
});
// ruleid: node-cookie-samesite-none
app.use(session({ secret: key, cookie: { secure: true, sameSite: 'lax' } }));
// ok: node-cookie-samesite-none
app.use(session({ secret: key, cookie: { secure: true, sameSite: 'strict' } }));
// ruleid: node-cookie-samesite-none
app.use(cookieSession({ keys, sameSite: 'lax' }));
router.get('/koa', async (ctx) => {
  // ruleid: node-cookie-samesite-none
  ctx.cookies.set('id', id, { sameSite: 'lax' });
  // ok: node-cookie-samesite-none
  ctx.cookies.set('id', id, { sameSite: policy });
});
