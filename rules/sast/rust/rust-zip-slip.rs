use std::fs::{self, File};
use std::path::Path;

fn bad_zip(archive: &mut ZipArchive<File>, target: &Path) -> Result<(), Error> {
    for i in 0..archive.len() {
        let mut entry = archive.by_index(i)?;
        let path = target.join(entry.name());
        // ruleid: rust-zip-slip
        let mut out = File::create(&path)?;
        // ruleid: rust-zip-slip
        fs::create_dir_all(target.join(entry.name()))?;
        let other = format!("{}/{}", target.display(), entry.name());
        // ruleid: rust-zip-slip
        fs::write(other, b"x")?;
        let name = entry.name();
        // ruleid: rust-zip-slip
        fs::write(format!("{}/{}", target.display(), name), b"x")?;
    }
    Ok(())
}

fn bad_tar(archive: &mut Archive<File>, target: &Path) -> Result<(), Error> {
    for entry in archive.entries()? {
        let mut entry = entry?;
        let path = target.join(entry.path()?);
        // ruleid: rust-zip-slip
        entry.unpack(&path)?;
    }
    Ok(())
}

fn fine_zip(archive: &mut ZipArchive<File>, target: &Path) -> Result<(), Error> {
    for i in 0..archive.len() {
        let mut entry = archive.by_index(i)?;
        let Some(name) = entry.enclosed_name() else { continue };
        // ok: rust-zip-slip
        let mut out = File::create(target.join(name))?;
        // ok: rust-zip-slip
        fs::create_dir_all(target)?;
        // ok: rust-zip-slip
        println!("{}", entry.name());
        let path = target.join(entry.name());
        if !path.starts_with(target) {
            continue;
        }
        // ok: rust-zip-slip
        fs::write(path, b"x")?;
    }
    Ok(())
}

fn fine_tar(archive: &mut Archive<File>, target: &Path) -> Result<(), Error> {
    for entry in archive.entries()? {
        let mut entry = entry?;
        // ok: rust-zip-slip
        entry.unpack_in(target)?;
    }
    Ok(())
}
