const express = require("express");
const serveIndex = require("serve-index");
const app = express();
// ruleid: express-directory-listing
app.use("/ftp", serveIndex("ftp", { icons: true }));
// ruleid: express-directory-listing
app.use("/keys", express.static("keys"), serveIndex("keys"));
// ruleid: express-directory-listing
app.use("/logs", require("serve-index")("logs"));
// ruleid: express-directory-listing
fastify.register(require("@fastify/static"), { root: "/srv/files", list: true });
// ok: express-directory-listing
app.use("/static", express.static("public"));
// ok: express-directory-listing
fastify.register(require("@fastify/static"), { root: "/srv/files", list: false });
// ok: express-directory-listing
const index = serveIndex("ftp");
// ok: express-directory-listing
app.use("/search", searchIndex("files"));
