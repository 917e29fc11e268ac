const { app, session } = require("electron");
// ruleid: electron-certificate-errors-ignored
app.commandLine.appendSwitch("ignore-certificate-errors");
// ruleid: electron-certificate-errors-ignored
app.on("certificate-error", (event, webContents, url, error, certificate, callback) => {
  event.preventDefault();
  callback(true);
});
// ruleid: electron-certificate-errors-ignored
session.defaultSession.setCertificateVerifyProc((request, callback) => callback(0));
// ruleid: electron-certificate-errors-ignored
app.on("certificate-error", function (event, contents, url, error, certificate, done) {
  event.preventDefault();
  done(true);
});
// ok: electron-certificate-errors-ignored
app.on("certificate-error", (event, webContents, url, error, certificate, callback) => {
  log(error);
  callback(false);
});
// ok: electron-certificate-errors-ignored
app.commandLine.appendSwitch("disable-http-cache");
// ok: electron-certificate-errors-ignored
session.defaultSession.setCertificateVerifyProc((request, callback) => {
  callback(request.verificationResult === "net::OK" ? 0 : -2);
});
// ok: electron-certificate-errors-ignored
app.on("ready", (event, callback) => callback(true));
