const { shell } = require("electron");
const HOME = "https://example.org";

function open(url) {
  // ruleid: electron-open-external
  shell.openExternal(url);
  // ok: electron-open-external
  shell.openExternal("https://example.org/help");
  // ok: electron-open-external
  shell.openExternal(HOME);
  if (url.startsWith("https://")) {
    // ok: electron-open-external
    shell.openExternal(url);
  }
  // ok: electron-open-external
  other.openExternal(url);
}
