//! What is made from the flags: completions and man pages; and that packages have what the documents promise.

use crate::support::{firedoor, root};

#[test]
fn completions_are_there_for_every_shell() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = firedoor(root(), &["completions", shell]);
        assert_eq!(run.code, 0, "{shell}: {}", run.stderr);
        for word in ["scan", "baseline", "min-confidence", "fail-on"] {
            assert!(run.stdout.contains(word), "{shell} does not know {word}");
        }
    }
}

#[test]
fn every_command_has_a_man_page() {
    let dir = tempfile::tempdir().expect("a folder");
    let folder = dir.path().join("man1");
    let run = firedoor(root(), &["man", "--dir", &folder.display().to_string()]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for page in ["firedoor.1", "firedoor-scan.1", "firedoor-hook-install.1", "firedoor-db-update.1"] {
        let text = std::fs::read_to_string(folder.join(page)).expect("written");
        assert!(text.contains(".TH ") && text.contains("firedoor"), "{page}");
    }
    let scan = std::fs::read_to_string(folder.join("firedoor-scan.1")).expect("written");
    assert!(scan.contains("\\-\\-staged") && scan.contains("Exit codes"), "{scan}");
    assert!(firedoor(root(), &["man"]).stdout.starts_with(".ie"), "the page of all goes to standard output");
}

#[test]
fn hooks_of_the_pre_commit_framework_judge_the_index() {
    let text = std::fs::read_to_string(root().join(".pre-commit-hooks.yaml")).expect("readable");
    for id in ["firedoor", "firedoor-system", "firedoor-rust"] {
        assert!(text.contains(&format!("- id: {id}\n")), "{id}");
    }
    assert_eq!(text.matches("entry: firedoor scan --staged\n").count(), 3);
    assert_eq!(text.matches("pass_filenames: false\n").count(), 3);
    assert_eq!(text.matches("require_serial: true\n").count(), 3);
}

#[test]
fn archives_have_the_names_that_the_action_and_binstall_ask_for() {
    let read = |path: &str| std::fs::read_to_string(root().join(path)).expect("readable");
    assert!(read(".ci/release/package").contains("name=firedoor-$version-$target\n"));
    assert!(read(".github/action/setup.sh").contains("archive=firedoor-$version-$triple.tar.gz"));
    let manifest: toml::Table = toml::from_str(&read("Cargo.toml")).expect("TOML");
    let binstall = &manifest["package"]["metadata"]["binstall"];
    let address = binstall["pkg-url"].as_str().expect("text");
    assert!(address.ends_with("v{ version }/{ name }-{ version }-{ target }{ archive-suffix }"), "{address}");
    // Each target that the action may ask for is one that the release builds.
    let workflow = read(".github/workflows/release.yml");
    for line in read(".github/action/setup.sh").lines().filter(|l| l.contains(") echo ")) {
        let target = line.split(") echo ").nth(1).and_then(|t| t.split(' ').next()).expect("a target");
        assert!(workflow.contains(&format!("target: {target},")), "the release does not build {target}");
    }
}

#[test]
fn the_list_of_checksums_is_well_formed() {
    let text = std::fs::read_to_string(root().join(".github/action/checksums.txt")).expect("readable");
    for line in text.lines().filter(|l| !l.starts_with('#')) {
        let (sum, name) = line.split_once("  ").unwrap_or_else(|| panic!("`{line}` is no `<sum>  <archive>`"));
        assert!(sum.len() == 64 && sum.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f')), "{line}");
        assert!(name.starts_with("firedoor-") && (name.ends_with(".tar.gz") || name.ends_with(".zip")), "{line}");
    }
}
