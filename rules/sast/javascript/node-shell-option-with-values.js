const cp = require("child_process");
const { spawn, spawnSync } = cp;
function run(file, args) {
  // ruleid: node-shell-option-with-values
  spawn("convert", [file, "out.png"], { shell: true });
  // ruleid: node-shell-option-with-values
  cp.spawn("npm", args, { stdio: "inherit", shell: true });
  // ruleid: node-shell-option-with-values
  spawnSync(command, ["-v", file], { shell: true, cwd: "/" });
  // ruleid: node-shell-option-with-values
  cp.execFile("git", ["clone", file], { shell: true }, done);
  // ok: node-shell-option-with-values
  spawn("convert", [file, "out.png"]);
  // ok: node-shell-option-with-values
  spawn("npm", ["run", "build"], { shell: true });
  // ok: node-shell-option-with-values
  spawn("convert", [file], { shell: false });
  // ok: node-shell-option-with-values
  cp.spawn("make", [], { shell: true });
}
