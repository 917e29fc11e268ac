const AdmZip = require("adm-zip");
const fs = require("fs");
const path = require("path");
const unzipper = require("unzipper");

function bad(file, target) {
  fs.createReadStream(file)
    .pipe(unzipper.Parse())
    .on("entry", (entry) => {
      // ruleid: node-zip-slip
      entry.pipe(fs.createWriteStream(path.join(target, entry.path)));
    });
  const zip = new AdmZip(file);
  for (const entry of zip.getEntries()) {
    const full = target + "/" + entry.entryName;
    // ruleid: node-zip-slip
    fs.writeFileSync(full, entry.getData());
  }
}

function good(file, target) {
  const zip = new AdmZip(file);
  for (const entry of zip.getEntries()) {
    const full = path.resolve(target, entry.entryName);
    if (!full.startsWith(target + path.sep)) {
      throw new Error("outside");
    }
    // ok: node-zip-slip
    fs.writeFileSync(full, entry.getData());
    // ok: node-zip-slip
    fs.writeFileSync(path.join(target, path.basename(entry.entryName)), entry.getData());
  }
}
