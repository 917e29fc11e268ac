//! Reports to files and standard output. A file is written whole or not at all.

use std::io::{ErrorKind, Write as _};
use std::path::Path;

use crate::Failure;

/// Writes to a temporary name in the same folder and renames, so that a full disk or a killed process leaves an
/// earlier report intact.
pub(crate) fn file(path: &Path, text: &str) -> Result<(), Failure> {
    bytes(path, text.as_bytes())
}

/// The same for what need not be UTF-8.
pub(crate) fn bytes(path: &Path, text: &[u8]) -> Result<(), Failure> {
    let failed = |e: std::io::Error| Failure::Message(format!("cannot write {}: {e}", path.display()));
    // A device, a pipe or a link is written through: renaming over it would replace it.
    let plain = std::fs::symlink_metadata(path).map_or(true, |m| m.is_file());
    if !plain {
        return std::fs::write(path, text).map_err(failed);
    }
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder).map_err(failed)?;
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let temporary = folder.join(format!(".{name}.{}.tmp", std::process::id()));
    let written = std::fs::File::create(&temporary)
        .and_then(|mut f| f.write_all(text).and_then(|()| f.sync_all()))
        // An edited manifest keeps its mode.
        .and_then(|()| match std::fs::metadata(path) {
            Ok(known) => std::fs::set_permissions(&temporary, known.permissions()),
            Err(_) => Ok(()),
        })
        .and_then(|()| std::fs::rename(&temporary, path));
    written.map_err(|e| {
        let _ = std::fs::remove_file(&temporary);
        failed(e)
    })
}

/// Writes to standard output; a reader that has gone away is not an error.
pub(crate) fn stdout(text: &str) -> Result<(), Failure> {
    let mut out = anstream::AutoStream::always(std::io::stdout().lock());
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => Ok(()),
        Err(e) if e.kind() == ErrorKind::BrokenPipe => Ok(()),
        Err(e) => Err(Failure::Message(format!("cannot write to standard output: {e}"))),
    }
}

/// Width of the terminal, 100 where there is none.
pub(crate) fn width() -> usize {
    terminal_size::terminal_size().map_or(100, |(w, _)| usize::from(w.0))
}
