app.get('/login', (req, res) => {
  // ruleid: node-cookie-samesite-none
  res.cookie('session', token, { httpOnly: true, secure: true, sameSite: 'none' });
  // ruleid: node-cookie-samesite-none
  res.cookie('session', token, { sameSite: 'None', secure: true });
  // ok: node-cookie-samesite-none
  res.cookie('session', token, { httpOnly: true, secure: true, sameSite: 'lax' });
  // ok: node-cookie-samesite-none
  res.cookie('session', token, { httpOnly: true, secure: true, sameSite: true });
  // ok: node-cookie-samesite-none
  res.cookie('none', 'none');
});
// ruleid: node-cookie-samesite-none
app.use(session({ secret: key, cookie: { secure: true, sameSite: 'none' } }));
// ok: node-cookie-samesite-none
app.use(session({ secret: key, cookie: { secure: true, sameSite: 'strict' } }));
// ruleid: node-cookie-samesite-none
app.use(cookieSession({ keys, sameSite: 'none' }));
router.get('/koa', async (ctx) => {
  // ruleid: node-cookie-samesite-none
  ctx.cookies.set('id', id, { sameSite: 'none' });
  // ok: node-cookie-samesite-none
  ctx.cookies.set('id', id, { sameSite: policy });
});
