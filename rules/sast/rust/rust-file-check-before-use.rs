use std::fs::{self, File};
use std::io;
use std::path::Path;

fn once(path: &Path, text: &str) -> io::Result<()> {
    if !path.exists() {
        // ruleid: rust-file-check-before-use
        fs::write(path, text)?;
    }
    Ok(())
}

fn remove(path: &Path) -> io::Result<()> {
    if path.exists() {
        // ruleid: rust-file-check-before-use
        fs::remove_file(path)?;
    }
    Ok(())
}

fn early(path: &Path) -> io::Result<File> {
    if path.exists() {
        return Err(io::ErrorKind::AlreadyExists.into());
    }
    // ruleid: rust-file-check-before-use
    File::create(path)
}

fn nested(path: std::path::PathBuf) -> io::Result<()> {
    if path.exists() && path.starts_with("/srv") {
        for _ in 0..2 {
            // ruleid: rust-file-check-before-use
            fs::remove_dir_all(&path)?;
        }
    }
    Ok(())
}

fn exclusive(path: &Path) -> io::Result<File> {
    if !path.exists() {
        // ok: rust-file-check-before-use
        return File::create_new(path);
    }
    // ok: rust-file-check-before-use
    File::open(path)
}

fn other(path: &Path, target: &Path) -> io::Result<()> {
    if path.exists() {
        // ok: rust-file-check-before-use
        fs::remove_file(target)?;
    }
    Ok(())
}

fn at_once(path: &Path) -> io::Result<()> {
    // ok: rust-file-check-before-use
    fs::remove_file(path)
}
