const { session } = require("electron");
// ruleid: electron-permissions-granted-to-all
session.defaultSession.setPermissionRequestHandler((contents, permission, callback) => callback(true));
// ruleid: electron-permissions-granted-to-all
session.fromPartition("a").setPermissionRequestHandler((contents, permission, callback) => {
  callback(true);
});
// ruleid: electron-permissions-granted-to-all
session.defaultSession.setPermissionRequestHandler(function (contents, permission, done) {
  done(true);
});
// ruleid: electron-permissions-granted-to-all
session.defaultSession.setPermissionCheckHandler(() => true);
// ok: electron-permissions-granted-to-all
session.defaultSession.setPermissionRequestHandler((contents, permission, callback) => callback(false));
// ok: electron-permissions-granted-to-all
session.defaultSession.setPermissionRequestHandler((contents, permission, callback) => {
  callback(permission === "fullscreen");
});
// ok: electron-permissions-granted-to-all
session.defaultSession.setPermissionCheckHandler((contents, permission) => permission === "media");
// ok: electron-permissions-granted-to-all
other.setHandler((a, callback) => callback(true));
