const { contextBridge, ipcRenderer } = require("electron");
// ruleid: electron-ipc-exposed-to-page
contextBridge.exposeInMainWorld("ipc", ipcRenderer);
// ruleid: electron-ipc-exposed-to-page
contextBridge.exposeInMainWorld("electron", { ipcRenderer: ipcRenderer, version: 1 });
// ruleid: electron-ipc-exposed-to-page
contextBridge.exposeInMainWorld("api", {
  send: (channel, data) => ipcRenderer.send(channel, data),
});
// ruleid: electron-ipc-exposed-to-page
contextBridge.exposeInMainWorld("more", { call: (channel, ...args) => ipcRenderer.invoke(channel, ...args) });
// ruleid: electron-ipc-exposed-to-page
window.ipcRenderer = ipcRenderer;
// ok: electron-ipc-exposed-to-page
contextBridge.exposeInMainWorld("safe", {
  open: () => ipcRenderer.invoke("dialog:open"),
  save: (text) => ipcRenderer.send("file:save", text),
});
// ok: electron-ipc-exposed-to-page
contextBridge.exposeInMainWorld("version", process.versions.electron);
// ok: electron-ipc-exposed-to-page
ipcRenderer.send("ready");
// ok: electron-ipc-exposed-to-page
window.api = { ready: true };
