// ruleid: express-session-not-expiring
app.use(session({ secret, cookie: { maxAge: 31536000000 } }));
// ruleid: express-session-not-expiring
app.use(session({ secret, cookie: { secure: true, maxAge: 365 * 24 * 60 * 60 * 1000 } }));
// ruleid: express-session-not-expiring
app.use(cookieSession({ keys, maxAge: 10 * 365 * 24 * 3600 * 1000 }));
const YEAR = 31536000000;
// ruleid: express-session-not-expiring
app.use(session({ secret, cookie: { maxAge: YEAR } }));
// ok: express-session-not-expiring
app.use(session({ secret, cookie: { maxAge: 3600000 } }));
// ok: express-session-not-expiring
app.use(session({ secret, cookie: { secure: true } }));
// ok: express-session-not-expiring
app.use(cookieSession({ keys, maxAge: 24 * 60 * 60 * 1000 }));
// ok: express-session-not-expiring
app.use(express.static("public", { maxAge: 31536000000 }));
