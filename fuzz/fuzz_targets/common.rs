//! What the targets of lock files share: a file is listed, and what comes back must hold together.

use firedoor_core::{Origin, RepoPath, SourceFile};

/// Lists a file whose first byte chooses the path, and checks what every answer promises.
pub fn list(paths: &[&str], data: &[u8]) {
    let Some((first, bytes)) = data.split_first() else { return };
    let path = paths[usize::from(*first) % paths.len()];
    let file = SourceFile::new(RepoPath::new(path), Origin::WorkTree, bytes.to_vec());
    let (packages, notices) = firedoor_sca::list_packages(&file).expect("a known format");
    // A carriage return ends a line, too.
    let lines = bytes.split(|b| matches!(b, b'\n' | b'\r')).count() as u32 + 1;
    for package in &packages {
        assert!(package.line >= 1);
        assert!(package.dependencies.iter().all(|d| *d < packages.len()));
    }
    assert!(notices.iter().all(|n| n.line.is_none_or(|l| l >= 1 && l <= lines.max(2))));
    // The project's view of the same file: joins and bills of materials.
    let listed = firedoor_sca::list_project([&file]);
    let _ = firedoor_sca::sbom_cyclonedx(&listed, &firedoor_sca::SbomOptions::default());
}
