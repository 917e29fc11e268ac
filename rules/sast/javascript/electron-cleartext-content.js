const { BrowserWindow } = require("electron");
const window = new BrowserWindow();
// ruleid: electron-cleartext-content
window.loadURL("http://example.org/app");
// ruleid: electron-cleartext-content
this.window.loadURL("http://192.168.1.4/");
// ruleid: electron-cleartext-content
new BrowserWindow().loadURL("http://example.org", { userAgent: "x" });
const HOME = "http://example.org/home";
// ruleid: electron-cleartext-content
window.loadURL(HOME);
// ruleid: electron-cleartext-content
window.loadURL("http://10.1.2.3:8080/");
// ok: electron-cleartext-content
window.loadURL("https://example.org/app");
// ok: electron-cleartext-content
window.loadURL("http://localhost:3000");
// ok: electron-cleartext-content
window.loadURL("http://127.0.0.1:8080/x");
// ok: electron-cleartext-content
window.loadURL(`file://${__dirname}/index.html`);
// ok: electron-cleartext-content
window.loadFile("index.html");
