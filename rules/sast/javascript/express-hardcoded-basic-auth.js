// ruleid: express-hardcoded-basic-auth
app.use(basicAuth({ users: { admin: "correct-horse" }, challenge: true }));
// ruleid: express-hardcoded-basic-auth
app.use("/x", expressBasicAuth({ users: { a: "battery", b: "staple-4" } }));
// ruleid: express-hardcoded-basic-auth
axios.get("https://example.org", { auth: { username: "bot", password: "open-sesame" } });
// ruleid: express-hardcoded-basic-auth
const mail = nodemailer.createTransport({ host: "mail", auth: { user: "bot", pass: "whisper-loudly" } });
// ok: express-hardcoded-basic-auth
app.use(basicAuth({ users: { admin: process.env.PASSWORD } }));
// ok: express-hardcoded-basic-auth
app.use(basicAuth({ authorizer: check }));
// ok: express-hardcoded-basic-auth
axios.get("https://example.org", { auth: { username: "bot", password: config.password } });
// ok: express-hardcoded-basic-auth
const form = { username: "Name", password: "Password please" };
// ok: express-hardcoded-basic-auth
const sample = { auth: { username: "u", password: "password" } };
