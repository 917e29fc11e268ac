//! Plans on small projects: what is edited, byte for byte, and what is left alone.

use firedoor_core::{Origin, Severity};

use super::*;

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec())
}

fn upgrade(path: &str, ecosystem: &str, name: &str, from: &str, to: &str, direct: Option<bool>) -> Upgrade {
    Upgrade {
        path: RepoPath::new(path),
        ecosystem: ecosystem.to_owned(),
        name: name.to_owned(),
        from: from.to_owned(),
        to: to.to_owned(),
        direct,
        comes_with: None,
        held_by: None,
        closes: vec!["X".to_owned()],
        severity: Severity::High,
        command: None,
    }
}

/// Applies the plan of one upgrade; the changed files, or why nothing was.
fn fixed(files: &[SourceFile], upgrade: Upgrade) -> Result<Vec<(String, String)>, &'static str> {
    let plan = plan_fixes(&[upgrade], files, FixOptions::default());
    if let Some(left) = plan.left.first() {
        return Err(left.why);
    }
    let mut out = Vec::new();
    for file in files {
        let mut bytes = file.bytes().to_vec();
        let mut edits: Vec<_> = plan.fixed[0].edits.iter().filter(|(e, _)| e.path == *file.path()).collect();
        edits.sort_by_key(|(e, _)| std::cmp::Reverse(e.span));
        for (edit, before) in &edits {
            assert_eq!(file.slice(edit.span), before.as_bytes());
            bytes.splice(edit.span.range(), edit.replacement.bytes());
        }
        if !edits.is_empty() {
            let after = SourceFile::new(file.path().clone(), Origin::WorkTree, bytes);
            check_fix(file, &after).unwrap();
            out.push((file.path().as_str().to_owned(), after.text().to_string()));
        }
    }
    Ok(out)
}

#[test]
fn requirements_keep_their_form() {
    let text = "# top\r\nDjango ==3.2.1 ; python_version > '3' # pinned\r\nflask==3.2.1\r\n";
    let files = [file("a/requirements.txt", text)];
    let out = fixed(&files, upgrade("a/requirements.txt", "PyPI", "Django", "3.2.1", "3.2.25", Some(true))).unwrap();
    assert_eq!(out[0].1, text.replace("==3.2.1 ;", "==3.2.25 ;"));
    let hashed = [file("requirements.txt", "a==1.0 --hash=sha256:00\n")];
    assert!(fixed(&hashed, upgrade("requirements.txt", "PyPI", "a", "1.0", "1.1", Some(true))).is_err());
}

#[test]
fn go_modules() {
    let text = "module m\n\ngo 1.21\n\ntoolchain go1.21.3\n\nrequire (\n\ta.example/x v1.0.0 // indirect\n\ta.example/xy v1.0.0\n)\n";
    let files = [file("go.mod", text), file("vendor/modules.txt", "# a.example/x v1.0.0\n## explicit\na.example/x\n")];
    let out = fixed(&files, upgrade("go.mod", "Go", "a.example/x", "1.0.0", "1.0.1", Some(false))).unwrap();
    assert_eq!(out[0].1, text.replace("/x v1.0.0", "/x v1.0.1"));
    let out = fixed(&files, upgrade("vendor/modules.txt", "Go", "a.example/x", "1.0.0", "1.0.1", None)).unwrap();
    assert_eq!(out[0].0, "go.mod");
    let out = fixed(&files, upgrade("go.mod", "Go", "stdlib", "1.21.3", "1.21.8", Some(true))).unwrap();
    assert_eq!(out[0].1, text.replace("go1.21.3", "go1.21.8"));
    assert!(fixed(&files, upgrade("go.mod", "Go", "a.example/xy", "1.0.0", "2.0.0", Some(true))).is_err());
}

const LOCK: &str = r#"{"lockfileVersion":3,"packages":{"":{"dependencies":{"a":"^1.0.0"}},
 "node_modules/a":{"version":"1.0.0","dependencies":{"b":"*"}},"node_modules/b":{"version":"2.0.0"}}}"#;

#[test]
fn package_json_of_the_lock_file_and_its_workspaces() {
    let manifest =
        "{\n\t\"dependencies\": { \"a\" : \"^1.0.0\", \"c\": \"1\" },\n\t\"overrides\": {\"b\": \"2.0.0\"}\n}";
    let files = [
        file("w/package-lock.json", LOCK),
        file("w/package.json", manifest),
        file("w/packages/p/package.json", "{\"devDependencies\":{\"a\":\"~1.0.0\"}}"),
        file("w/other/package.json", "{\"dependencies\":{\"a\":\"^1.0.0\"}}"),
        file("w/other/package-lock.json", "{\"packages\":{}}"),
        file("package.json", "{\"dependencies\":{\"a\":\"^1.0.0\"}}"),
    ];
    let out = fixed(&files, upgrade("w/package-lock.json", "npm", "a", "1.0.0", "1.2.0", Some(true))).unwrap();
    assert_eq!(out.len(), 2, "{out:?}");
    assert_eq!(out[0].1, manifest.replace("^1.0.0", "^1.2.0"));
    assert_eq!(out[1].1, "{\"devDependencies\":{\"a\":\"~1.2.0\"}}");
    let out = fixed(&files, upgrade("w/package-lock.json", "npm", "b", "2.0.0", "2.0.1", Some(false))).unwrap();
    assert_eq!(out[0].1, manifest.replace("\"2.0.0\"", "\"2.0.1\""), "an override is ours to raise");
    let left = fixed(&files, upgrade("w/package-lock.json", "npm", "a", "1.0.0", "2.0.0", Some(true)));
    assert_eq!(left, Err("the fixed version is incompatible by semantic versioning (see --breaking)"));
}

#[test]
fn cargo_manifests_with_renames_targets_and_a_workspace() {
    let lock = "[[package]]\nname = \"m\"\nversion = \"0.1.0\"\n";
    let root = "[workspace.dependencies]\ntime = { version = '0.1.40', default-features = false } # why\n";
    let member = "[dependencies]\nt = { package = \"time\", version = \"0.1\" }\nlocal = { path = \"x\", version = \"0.1\" }\n[target.'cfg(unix)'.dev-dependencies.time]\nversion = \"0.1.40\"\n";
    let files = [file("Cargo.lock", lock), file("Cargo.toml", root), file("m/Cargo.toml", member)];
    let out = fixed(&files, upgrade("Cargo.lock", "crates.io", "time", "0.1.40", "0.1.45", Some(true))).unwrap();
    assert_eq!(out[0].1, root.replace("0.1.40", "0.1.45"));
    assert_eq!(
        out[1].1,
        member.replace("\"time\", version = \"0.1\"", "\"time\", version = \"0.1.45\"").replace("0.1.40", "0.1.45")
    );
    let left = fixed(&files, upgrade("Cargo.lock", "crates.io", "time", "0.1.40", "0.1.45", Some(false)));
    assert_eq!(left, Err("it comes in through another dependency"));
}

#[test]
fn literal_versions_in_xml() {
    let pom = "<project><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId>\n  <version>1.0</version></dependency>\n<dependency><groupId>g</groupId><artifactId>b</artifactId><version>${v}</version></dependency></dependencies><properties><v>1.0</v></properties></project>";
    let files = [file("pom.xml", pom)];
    let out = fixed(&files, upgrade("pom.xml", "Maven", "g:a", "1.0", "1.1", Some(true))).unwrap();
    assert_eq!(out[0].1, pom.replace("<version>1.0<", "<version>1.1<"));
    assert!(fixed(&files, upgrade("pom.xml", "Maven", "g:b", "1.0", "1.1", Some(true))).is_err(), "a property");
    let project = "<Project><ItemGroup><PackageReference Include=\"A.B\" Version=\"1.0.0\" /></ItemGroup></Project>";
    let out = fixed(&[file("a.csproj", project)], upgrade("a.csproj", "NuGet", "A.B", "1.0.0", "1.0.1", Some(true)));
    assert_eq!(out.unwrap()[0].1, project.replace("1.0.0", "1.0.1"));
}

#[test]
fn two_copies_do_not_fight_over_one_requirement() {
    let files = [file("package-lock.json", LOCK), file("package.json", "{\"dependencies\":{\"a\":\">=1.0.0\"}}")];
    let upgrades = [
        upgrade("package-lock.json", "npm", "a", "1.0.0", "1.0.1", Some(true)),
        upgrade("package-lock.json", "npm", "a", "2.0.0", "2.0.1", Some(true)),
    ];
    let plan = plan_fixes(&upgrades, &files, FixOptions::default());
    assert_eq!((plan.fixed.len(), plan.left.len()), (1, 1));
}

#[test]
fn an_edit_that_would_break_a_file_is_refused() {
    let before = file("package.json", "{\"dependencies\":{\"a\":\"1\"}}");
    assert!(check_fix(&before, &file("package.json", "{\"dependencies\":{\"a\":\"1}}")).is_err());
    assert!(check_fix(&before, &file("package.json", "{\"dependencies\":{\"b\":\"1\"}}")).is_err());
}

#[test]
fn exact_pins_stay_in_their_major_version() {
    let fixed_with = |text: &str, from: &str, to: &str, breaking: bool| {
        let files = [file("requirements.txt", text)];
        let plan = plan_fixes(
            &[upgrade("requirements.txt", "PyPI", "flask", from, to, Some(true))],
            &files,
            FixOptions { breaking },
        );
        plan.fixed.first().map(|f| f.edits[0].0.replacement.clone())
    };
    assert_eq!(fixed_with("flask==0.5\n", "0.5", "2.2.5", false), None);
    assert_eq!(fixed_with("flask==0.5\n", "0.5", "2.2.5", true).as_deref(), Some("2.2.5"));
    assert_eq!(fixed_with("flask==0.5\n", "0.5", "0.12.3", false).as_deref(), Some("0.12.3"));
    assert_eq!(fixed_with("flask==0.5,<2\n", "0.5", "2.2.5", true), None, "the other clause does not admit it");
    assert_eq!(fixed_with("flask==1!0.5\n", "1!0.5", "0.12.3", false), None, "another epoch");
    let latin = SourceFile::new(RepoPath::new("requirements.txt"), Origin::WorkTree, b"# \xe9\nflask==0.5\n".to_vec());
    let plan = plan_fixes(
        &[upgrade("requirements.txt", "PyPI", "flask", "0.5", "0.6", Some(true))],
        &[latin],
        FixOptions::default(),
    );
    assert_eq!(plan.left[0].why, "the file is not in UTF-8");
}

#[test]
fn what_a_pom_manages_itself_is_edited_there() {
    let pom = "<project>\n<dependencyManagement><dependencies>\n<dependency><groupId>g</groupId><artifactId>a</artifactId>\n  <version> 1.0 </version></dependency>\n<dependency><groupId>g</groupId><artifactId>b</artifactId><version>${v}</version></dependency>\n</dependencies></dependencyManagement>\n<properties><v>1.0</v></properties>\n<dependencies>\n<dependency><groupId>g</groupId><artifactId>a</artifactId></dependency>\n<dependency><groupId>g</groupId><artifactId>b</artifactId></dependency>\n</dependencies></project>";
    let files = [file("pom.xml", pom)];
    let out = fixed(&files, upgrade("pom.xml", "Maven", "g:a", "1.0", "1.1", Some(true))).unwrap();
    assert_eq!(out[0].1, pom.replace("<version> 1.0 <", "<version> 1.1 <"));
    assert!(fixed(&files, upgrade("pom.xml", "Maven", "g:b", "1.0", "1.1", Some(true))).is_err(), "a property");
}
