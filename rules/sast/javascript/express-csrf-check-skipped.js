// ruleid: express-csrf-check-skipped
app.use(csurf({ cookie: true, ignoreMethods: ["GET", "HEAD", "OPTIONS", "POST"] }));
// ruleid: express-csrf-check-skipped
app.use(csrf({ ignoreMethods: ["DELETE"] }));
// ruleid: express-csrf-check-skipped
const { doubleCsrfProtection } = doubleCsrf({ getSecret, ignoredMethods: ["GET", "PUT"] });
// ruleid: express-csrf-check-skipped
app.use(csurf({ ignoreMethods: ["PATCH", "GET"], cookie: { httpOnly: true } }));
// ok: express-csrf-check-skipped
app.use(csurf({ cookie: true }));
// ok: express-csrf-check-skipped
app.use(csurf({ ignoreMethods: ["GET", "HEAD", "OPTIONS"] }));
// ok: express-csrf-check-skipped
app.use(cors({ methods: ["POST"] }));
// ok: express-csrf-check-skipped
app.use(log({ methods: ["GET", "POST"] }));
