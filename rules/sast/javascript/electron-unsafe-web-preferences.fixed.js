const { BrowserWindow } = require("electron");

function open() {
  const first = new BrowserWindow({
    width: 800,
    // ruleid: electron-unsafe-web-preferences
    webPreferences: { nodeIntegration: false, contextIsolation: false },
  });
  const second = new BrowserWindow({
    // ruleid: electron-unsafe-web-preferences
    webPreferences: { webSecurity: false },
  });
  const third = new BrowserWindow({
    // ok: electron-unsafe-web-preferences
    webPreferences: { contextIsolation: true, sandbox: true },
  });
  // ok: electron-unsafe-web-preferences
  const fourth = runTests({ sandbox: false });
  return [first, second, third, fourth];
}
