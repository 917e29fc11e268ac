const fs = require('fs');

function once(path, text) {
  if (!fs.existsSync(path)) {
    // ruleid: node-file-check-before-use
    fs.writeFileSync(path, text);
  }
}

function remove(path) {
  // ruleid: node-file-check-before-use
  if (fs.existsSync(path)) fs.unlinkSync(path);
}

function guarded(path) {
  if (fs.existsSync(path)) {
    throw new Error('exists');
  }
  // ruleid: node-file-check-before-use
  const stream = fs.createWriteStream(path);
  return stream;
}

function callback(path, done) {
  fs.exists(path, (found) => {
    if (found) {
      // ruleid: node-file-check-before-use
      fs.unlink(path, done);
    }
  });
  fs.access(path, fs.constants.W_OK, function (error) {
    if (error) return done(error);
    // ruleid: node-file-check-before-use
    fs.open(path, 'w', done);
  });
}

function stat(path, done) {
  fs.lstat(path, (error, info) => {
    if (info.isFile()) {
      // ruleid: node-file-check-before-use
      fs.chmod(path, 0o600, done);
    }
  });
}

function exclusive(path, text) {
  if (!fs.existsSync(path)) {
    // ok: node-file-check-before-use
    fs.writeFileSync(path, text, { flag: 'wx' });
    // ok: node-file-check-before-use
    fs.openSync(path, 'wx');
  }
}

function reads(path) {
  if (fs.existsSync(path)) {
    // ok: node-file-check-before-use
    return fs.readFileSync(path);
  }
  return null;
}

function other(path, target) {
  if (fs.existsSync(path)) {
    // ok: node-file-check-before-use
    fs.unlinkSync(target);
  }
}

function folder(path) {
  if (!fs.existsSync(path)) {
    // ok: node-file-check-before-use
    fs.mkdirSync(path, { recursive: true });
  }
}

function atOnce(path) {
  try {
    // ok: node-file-check-before-use
    fs.unlinkSync(path);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
}
