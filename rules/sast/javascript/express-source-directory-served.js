const app = express();
// ruleid: express-source-directory-served
app.use(express.static(__dirname));
// ruleid: express-source-directory-served
app.use("/files", express.static("/"));
// ruleid: express-source-directory-served
app.use(express.static(path.join(__dirname, "..")));
// ruleid: express-source-directory-served
app.use(serveStatic(process.cwd(), { index: false }));
// ruleid: express-source-directory-served
app.use("/x", serveIndex("."));
// ok: express-source-directory-served
app.use(express.static("public"));
// ok: express-source-directory-served
app.use(express.static(path.join(__dirname, "public")));
// ok: express-source-directory-served
app.use(express.static(__dirname + "/dist"));
// ok: express-source-directory-served
app.use(express.static(config.root));
// ok: express-source-directory-served
app.use(serveStatic(path.resolve(__dirname, "../public")));
