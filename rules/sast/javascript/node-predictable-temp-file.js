const fs = require("fs");
const os = require("os");
const path = require("path");

function store(data, name, folder) {
  // ruleid: node-predictable-temp-file
  fs.writeFileSync("/tmp/upload.json", data);
  // ruleid: node-predictable-temp-file
  fs.writeFile("/tmp/upload-" + Date.now() + ".json", data, done);
  // ruleid: node-predictable-temp-file
  fs.createWriteStream(`/tmp/report-${process.pid}.csv`);
  // ruleid: node-predictable-temp-file
  fs.promises.writeFile(path.join(os.tmpdir(), "state.json"), data);
  // ruleid: node-predictable-temp-file
  fs.writeFileSync(path.join(os.tmpdir(), `job-${Date.now()}.json`), data);

  // ok: node-predictable-temp-file
  fs.writeFileSync("data/upload.json", data);
  // ok: node-predictable-temp-file
  fs.writeFileSync(path.join(folder, "state.json"), data);
  const own = fs.mkdtempSync(path.join(os.tmpdir(), "job-"));
  // ok: node-predictable-temp-file
  fs.writeFileSync(path.join(own, "state.json"), data);
  // ok: node-predictable-temp-file
  fs.writeFileSync("/tmp/lock", String(process.pid), { flag: "wx" });
  // ok: node-predictable-temp-file
  fs.readFileSync("/tmp/upload.json");
}
