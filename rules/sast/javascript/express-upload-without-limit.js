// ruleid: express-upload-without-limit
const a = multer({ dest: "uploads/" });
// ruleid: express-upload-without-limit
const b = multer({ storage: multer.memoryStorage() });
// ruleid: express-upload-without-limit
app.use(fileUpload());
// ruleid: express-upload-without-limit
app.post("/x", multer().single("file"), handler);
// ok: express-upload-without-limit
const c = multer({ dest: "uploads/", limits: { fileSize: 1000000 } });
// ok: express-upload-without-limit
app.use(fileUpload({ limits: { fileSize: 1000000 }, abortOnLimit: true }));
// ok: express-upload-without-limit
const d = multer(options);
// ok: express-upload-without-limit
const e = other({ dest: "uploads/" });
