//! What a file says beside its packages: includes, exact clauses, replacements, and shapes that are not its format's.

use firedoor_core::{NoticeLevel, Origin, RepoPath, SourceFile};

use super::{list_packages, list_project};

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec())
}

/// `name version` of each package, and the notices' codes with their lines.
fn read(path: &str, text: &str) -> (Vec<String>, Vec<(&'static str, Option<u32>)>) {
    let (packages, notices) = list_packages(&file(path, text)).expect("a known format");
    let packages = packages.iter().map(|p| format!("{} {}", p.name, p.version).trim_end().to_owned()).collect();
    (packages, notices.iter().map(|n| (n.code, n.line)).collect())
}

fn names(path: &str, text: &str) -> Vec<String> {
    let (packages, notices) = read(path, text);
    assert!(notices.is_empty(), "{path}: {notices:?}");
    packages
}

#[test]
fn requirements_include_files_of_any_name() {
    let files = [
        file(
            "requirements.txt",
            "flask==0.5\n-r deps/prod.txt\n-cpins.txt\n--requirement=gone.txt\n-r https://x/y.txt\n",
        ),
        file("deps/prod.txt", "django==2.2.0\n-r ../base.in\n-r ../../outside.txt\n"),
        file("base.in", "pillow==10.0.1\n"),
        file("pins.txt", "jinja2==2.0\n"),
        file("notes.txt", "six==1.0\n"),
        file("LICENSE.txt", "Permission is hereby granted, free of charge, to any person\n"),
    ];
    let listed = list_project(&files);
    let packages: Vec<String> =
        listed.iter().flat_map(|f| &f.packages).map(|p| format!("{}:{} {}", p.path, p.line, p.name)).collect();
    assert_eq!(
        packages,
        ["base.in:1 pillow", "deps/prod.txt:1 django", "pins.txt:1 jinja2", "requirements.txt:1 flask"]
    );
    let said: Vec<_> = listed.iter().flat_map(|f| &f.notices).map(|n| (n.code, n.line, n.level)).collect();
    let gone = |line| ("include-not-read", Some(line), NoticeLevel::Warning);
    assert_eq!(said, [gone(3), gone(4)]);
    let message = &listed[3].notices[0].message;
    assert!(message.contains("`gone.txt`") && message.contains("another file"), "{message}");
    let files = [
        file("requirements.txt", "-r pins.lock\n-r https://u:p@x.example/y.txt?t=1\n"),
        file("pins.lock", "six==1.0\n-c more\n"),
        file("more", "x==1\n"),
        file("other.lock", "y==1\n"),
    ];
    let listed = list_project(&files);
    let paths: Vec<&str> = listed.iter().map(|f| f.path.as_str()).collect();
    assert_eq!(paths, ["more", "pins.lock", "requirements.txt"]);
    assert!(listed[2].notices[0].message.contains("`https://x.example/y.txt`, which is not fetched"));
    assert!(super::included_files(&files).is_empty());
    assert_eq!(super::included_files(&files[..1]).len(), 1);
}

#[test]
fn requirements_that_include_one_another_end() {
    let files = [file("requirements.txt", "-r a.txt\n"), file("a.txt", "-r requirements.txt\n-r a.txt\nx==1\n")];
    let listed = list_project(&files);
    assert_eq!((listed.len(), listed[0].packages.len()), (2, 1));
    assert!(listed.iter().all(|f| f.notices.is_empty()));
}

#[test]
fn an_exact_clause_decides() {
    let text = "PyYAML==5.1,>=3\nrequests>=2.0,==2.19.0\nflask==0.5,!=0.6\ndjango==2.2.0,\na>=1,<2\nb==1.*\nc===1.0\n";
    assert_eq!(
        names("requirements.txt", text),
        ["PyYAML 5.1", "requests 2.19.0", "flask 0.5", "django 2.2.0", "a", "b", "c 1.0"]
    );
    let (packages, _) = list_packages(&file("requirements.txt", text)).expect("known");
    let checked: Vec<bool> = packages.iter().map(|p| p.is_checkable()).collect();
    assert_eq!(checked, [true, true, true, true, false, false, true]);
}

#[test]
fn a_specific_replacement_goes_before_a_general_one() {
    for lines in [
        "replace a.example/x v1.0.0 => b.example/y v2.0.0\nreplace a.example/x => c.example/z v3.0.0\n",
        "replace a.example/x => c.example/z v3.0.0\nreplace a.example/x v1.0.0 => b.example/y v2.0.0\n",
    ] {
        let text = format!("module m\n{lines}require a.example/x v1.0.0\n");
        assert_eq!(names("go.mod", &text), ["b.example/y 2.0.0"]);
        let text = format!("module m\n{lines}require a.example/x v1.1.0\n");
        assert_eq!(names("go.mod", &text), ["c.example/z 3.0.0"]);
    }
}

#[test]
fn a_block_of_go_needs_no_blank_before_its_parenthesis() {
    let text = "module m\nrequire(\n\ta.example/x v1.0.0\n)\nreplace(\n\ta.example/x => b.example/y v2.0.0\n)\n";
    assert_eq!(names("go.mod", text), ["b.example/y 2.0.0"]);
}

#[test]
fn what_is_no_version_is_none() {
    let pom = "<!DOCTYPE project [<!ENTITY v \"2.0\">]>\n<project><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId><version>&v;</version></dependency></dependencies></project>";
    assert_eq!(names("pom.xml", pom), ["g:a"]);
    let conan = "{\"graph_lock\":{\"nodes\":{\"1\":{\"ref\":\"b/[>=1.0]\",\"context\":\"host\"}}}}";
    assert_eq!(names("conan.lock", conan), ["b"]);
    assert_eq!(names("conan.lock", "{\"version\":\"0.5\",\"config_requires\":[\"c/1.0\"]}"), ["c 1.0"]);
}

#[test]
fn a_lock_file_of_another_shape_is_said() {
    let texts = [
        ("package-lock.json", "null"),
        ("package-lock.json", "[1,2]"),
        ("package-lock.json", "{}"),
        ("package-lock.json", "{\"lockfileVersion\":9,\"packages\":{}}"),
        ("package-lock.json", "{\"lockfileVersion\":3}"),
        ("package-lock.json", "{\"lockfileVersion\":3,\"packages\":[]}"),
        ("package-lock.json", "{\"lockfileVersion\":1,\"dependencies\":{\"a\":\"1.0.0\"}}"),
        ("package-lock.json", "{\"lockfileVersion\":2,\"packages\":{},\"dependencies\":{\"a\":{\"version\":\"1\"}}}"),
        ("package-lock.json", "{\"lockfileVersion\":3,\"packages\":{\"node_modules/a\":{}}}"),
        ("Cargo.lock", ""),
        ("Cargo.lock", "version = 9\n"),
        ("Cargo.lock", "version = 4\n[package]\nname = \"a\"\nversion = \"1\"\n"),
        ("poetry.lock", ""),
        ("poetry.lock", "[package]\nname = \"a\"\nversion = \"1\"\n"),
        ("uv.lock", "version = 9\n"),
        ("pdm.lock", ""),
        ("pylock.toml", ""),
        ("pylock.toml", "lock-version = '2.0'\n"),
        ("pnpm-lock.yaml", ""),
        ("pnpm-lock.yaml", "lockfileVersion: '10.0'\nthings:\n  a@1.0.0: {}\n"),
        ("pnpm-lock.yaml", "lockfileVersion: '9.0'\npackages:\n  - a@1.0.0\n"),
        ("composer.lock", "{}"),
        ("composer.lock", "[]"),
        ("Pipfile.lock", "{}"),
        ("Pipfile.lock", "{\"default\":{\"django\":\"==2.2.0\"}}"),
        ("a.cdx.json", "{}"),
        ("a.spdx.json", "{}"),
        ("a.spdx.json", "{\"@context\":\"https://spdx.org/rdf/3.0.1/spdx-context.jsonld\",\"@graph\":[]}"),
    ];
    for (path, text) in texts {
        let (_, notices) = read(path, text);
        assert_eq!(notices.len(), 1, "{path} {text}: {notices:?}");
        assert_eq!(notices[0].0, "broken-lockfile", "{path} {text}");
    }
    assert_eq!(read("yarn.lock", "\n").1, [("empty-lockfile", Some(1))]);
}

#[test]
fn a_project_without_dependencies_is_no_broken_one() {
    let texts = [
        ("package-lock.json", "{\"name\":\"a\",\"lockfileVersion\":1}"),
        ("package-lock.json", "{\"name\":\"a\",\"lockfileVersion\":2,\"requires\":true,\"packages\":{}}"),
        ("package-lock.json", "{\"lockfileVersion\":3,\"packages\":{\"\":{\"name\":\"a\",\"version\":\"1.0.0\"}}}"),
        ("npm-shrinkwrap.json", "{\"name\":\"a\",\"dependencies\":{}}"),
        ("Cargo.lock", "# generated\nversion = 4\n"),
        ("poetry.lock", "package = []\n[metadata]\nlock-version = \"2.1\"\n"),
        ("uv.lock", "version = 1\nrevision = 3\nrequires-python = \">=3.12\"\n"),
        ("pylock.toml", "lock-version = \"1.0\"\npackages = []\n"),
        ("pnpm-lock.yaml", "lockfileVersion: '9.0'\nimporters:\n  .: {}\n"),
        ("composer.lock", "{\"packages\": [], \"packages-dev\": []}"),
        ("Pipfile.lock", "{\"_meta\":{},\"default\":{},\"develop\":{}}"),
        ("yarn.lock", "# yarn lockfile v1\n\n\n"),
        ("a.cdx.json", "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\"}"),
        ("weather/bom.json", "{\"rain\": 1}"),
    ];
    for (path, text) in texts {
        assert_eq!(read(path, text), (vec![], vec![]), "{path} {text}");
    }
    // What npm did not install has no version.
    for entry in ["\"optional\":true", "\"resolved\":\"git+ssh://git@x.example/r.git#0123456789\""] {
        let text = format!("{{\"lockfileVersion\":3,\"packages\":{{\"node_modules/a\":{{{entry}}}}}}}");
        assert_eq!(names("package-lock.json", &text), ["a"]);
    }
}

#[test]
fn what_can_be_read_of_another_shape_is_read() {
    assert_eq!(
        names(
            "composer.lock",
            "{\"packages\": {\"0\": {\"name\": \"v/a\", \"version\": \"1\"}, \"2\": {\"name\": \"v/b\", \"version\": \"2\"}}}"
        ),
        ["v/a 1", "v/b 2"]
    );
    let both = "{\"lockfileVersion\":2,\"packages\":{},\"dependencies\":{\"a\":{\"version\":\"1.0.0\"}}}";
    assert_eq!(read("package-lock.json", both).0, ["a 1.0.0"]);
    assert_eq!(read("Pipfile.lock", "{\"default\":{\"django\":\"==2.2.0\"}}").0, ["django 2.2.0"]);
}

#[test]
fn the_rest_of_a_requirement_is_no_python_version() {
    for junk in ["2.2.0,", ">=2.0", "1.0 ; x", "[1.0]", "1.*"] {
        assert_eq!(crate::compare_versions("PyPI", junk, "3.0"), None, "{junk}");
    }
    assert_eq!(crate::compare_versions("PyPI", "2004d", "0.1"), Some(std::cmp::Ordering::Less));
}

#[test]
fn exact_pins_of_manifests_count_where_no_lock_file_does() {
    let poetry = "[tool.poetry.dependencies]\npython = \"3.12\"\ndjango = \"2.2.0\"\nflask = \"^0.5\"\n";
    let cargo = "[dependencies]\na = \"=1.0.0\"\nb = \"1.0.0\"\n";
    let checked = |files: &[SourceFile]| -> Vec<String> {
        let all = list_project(files);
        all.iter().flat_map(|f| &f.packages).filter(|p| p.is_checkable()).map(|p| p.name.clone()).collect()
    };
    assert_eq!(checked(&[file("pyproject.toml", poetry), file("Cargo.toml", cargo)]), ["a", "django"]);
    let locks = [file("Cargo.lock", "version = 4\n"), file("poetry.lock", "package = []\n[metadata]\n")];
    let [cargo_lock, poetry_lock] = locks;
    let all = [file("pyproject.toml", poetry), file("c/Cargo.toml", cargo), cargo_lock, poetry_lock];
    assert!(checked(&all).is_empty());
}

#[test]
fn mirrors_of_cran_are_cran() {
    let text = "{\"Packages\":{\"a\":{\"Package\":\"a\",\"Version\":\"1.0\",\"Source\":\"Repository\",\"Repository\":\"P3M\"},\"b\":{\"Package\":\"b\",\"Version\":\"2.0\",\"Source\":\"GitHub\",\"RemoteSha\":\"0123456789\"}}}";
    let (packages, _) = list_packages(&file("renv.lock", text)).expect("known");
    let packages: Vec<_> =
        packages.iter().map(|p| (p.ecosystem.as_str(), p.name.as_str(), p.source.as_deref())).collect();
    assert_eq!(packages, [("CRAN", "a", None), ("CRAN", "b", Some("git"))]);
}

#[test]
fn a_key_given_twice_is_said_where_its_language_forbids_it() {
    let twice = |path: &str, text: &str| read(path, text).1;
    let said = |line| vec![("broken-lockfile", Some(line))];
    assert_eq!(twice("poetry.lock", "[[package]]\nname = \"a\"\nversion = \"1\"\nversion = \"2\"\n"), said(4));
    assert_eq!(twice("Cargo.lock", "[[package]]\nname = \"a\"\nname = \"b\"\nversion = \"1\"\n"), said(3));
    let pnpm = "lockfileVersion: '9.0'\npackages:\n  a@1.0.0: {}\npackages:\n  b@1.0.0: {}\n";
    assert_eq!(twice("pnpm-lock.yaml", pnpm), said(4));
    // Dotted keys make one table.
    assert_eq!(
        names("uv.lock", "version = 1\n[[package]]\nname = \"a\"\nversion = \"1\"\nx.y = 1\nx.z = 2\n"),
        ["a 1"]
    );
    // Of JSON's the last one counts.
    let npm = "{\"lockfileVersion\":3,\"packages\":{\"node_modules/a\":{\"version\":\"1.0.0\"},\"node_modules/a\":{\"version\":\"2.0.0\"}}}";
    assert_eq!(names("package-lock.json", npm), ["a 2.0.0"]);
}

fn archive(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, bytes) in entries {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).expect("an entry");
        std::io::Write::write_all(&mut writer, bytes).expect("written");
    }
    writer.finish().expect("an archive").into_inner()
}

#[test]
fn jars_within_archives_and_manifests_are_read() {
    let inner = archive(&[("META-INF/maven/g/a/pom.properties", b"groupId=g\nartifactId=a\nversion=1.0\n")]);
    let named = archive(&[(
        "META-INF/MANIFEST.MF",
        b"Manifest-Version: 1.0\r\nImplementation-Vendor-Id: org.x\r\nImplementation-Title: li\r\n b\r\nImplementation-Version: 2.0\r\n",
    )]);
    let bundle =
        archive(&[("META-INF/MANIFEST.MF", b"Bundle-SymbolicName: org.y.z;singleton:=true\nBundle-Version: 3.0\n")]);
    let war = archive(&[("WEB-INF/lib/a.jar", &inner), ("WEB-INF/lib/b.jar", &named), ("WEB-INF/lib/c.jar", &bundle)]);
    let war = SourceFile::new(RepoPath::new("app.war"), Origin::WorkTree, war);
    let (packages, notices) = list_packages(&war).expect("known");
    let packages: Vec<_> = packages.iter().map(|p| (p.name.as_str(), p.version.as_str(), p.is_checkable())).collect();
    assert_eq!(packages, [("g:a", "1.0", true), ("org.x:lib", "2.0", true), ("org.y.z", "3.0", false)]);
    assert!(notices.is_empty());
    let long = archive(&[("META-INF/maven/g/a/pom.properties", &vec![b'#'; 300 << 10])]);
    let long = SourceFile::new(RepoPath::new("a.jar"), Origin::WorkTree, long);
    assert_eq!(list_packages(&long).expect("known").1.len(), 1);
    assert_eq!(read("x.dist-info/METADATA", "Metadata-Version: 2.1\n").1.len(), 1);
}

#[test]
fn archives_that_are_cut_off_are_said() {
    let inner = archive(&[("META-INF/maven/g/a/pom.properties", b"groupId=g\nartifactId=a\nversion=1.0\n")]);
    let war = archive(&[("WEB-INF/lib/a.jar", &inner)]);
    for end in 0..war.len() {
        let file = SourceFile::new(RepoPath::new("app.war"), Origin::WorkTree, war[..end].to_vec());
        let (packages, notices) = list_packages(&file).expect("known");
        assert!(!packages.is_empty() || !notices.is_empty(), "{end}");
    }
}

#[test]
fn names_are_one_by_the_rules_of_their_ecosystem() {
    assert!(crate::is_same_name("PyPI", "Foo_Bar", "foo.bar"));
    assert!(crate::is_same_name("NuGet", "Newtonsoft.Json", "newtonsoft.json"));
    assert!(!crate::is_same_name("npm", "JSONStream", "jsonstream"));
}

#[test]
fn hashes_of_requirements_are_made_again() {
    let command = |text: &str| {
        let (packages, _) = list_packages(&file("requirements.txt", text)).expect("known");
        crate::advice::command("requirements.txt", &packages[0], "2.0", None).expect("a command")
    };
    assert_eq!(command("a==1.0\n"), "pip install 'a==2.0'");
    let hashed = format!("a==1.0 --hash=sha256:{}\n", "0".repeat(64));
    assert_eq!(command(&hashed), "pip-compile --generate-hashes --upgrade-package 'a==2.0'");
}

#[test]
fn spellings_of_older_tools_are_read() {
    let mix = "%{\"bunt\": {:hex, :bunt, \"0.2.0\", \"x\"},\n  credo: {:hex, :credo, \"1.0.0\", \"y\"},\n  \"g\": {:git, \"https://x.example/g.git\", \"0123456789\", []}}\n";
    assert_eq!(names("mix.lock", mix), ["bunt 0.2.0", "credo 1.0.0", "g"]);
    let pnpm = "lockfileVersion: 5.4-inlineSpecifiers\npackages:\n  /@babel/core/7.0.0_react@18.0.0:\n    dev: true\n";
    assert_eq!(names("pnpm-lock.yaml", pnpm), ["@babel/core 7.0.0"]);
    let gradle = "# This is a Gradle generated file for dependency locking.\ng.h:a:1.0\ng.h:b:2.0\n";
    assert_eq!(names("app/gradle/dependency-locks/compileClasspath.lockfile", gradle), ["g.h:a 1.0", "g.h:b 2.0"]);
    let stack = "packages:\n- completed:\n    commit: 0123456789\n    git: https://x.example/h.git\n    name: h\n    version: 0.1.0\n  original:\n    commit: 0123456789\n    git: https://x.example/h.git\n";
    assert_eq!(names("stack.yaml.lock", stack), ["h 0.1.0"]);
    // A package of Unity is not from npm, and neither is what it asks for.
    let unity = "{\"name\": \"com.x\", \"version\": \"1.0.0\", \"unity\": \"2021.1\", \"dependencies\": {\"com.y\": \"1.0.0\"}}";
    assert!(names("package.json", unity).is_empty());
}

#[test]
fn packages_of_repositories_name_them() {
    let purls = |path: &str, text: &str| -> Vec<String> {
        let (packages, _) = list_packages(&file(path, text)).expect("known");
        packages.into_iter().map(|p| p.purl).collect()
    };
    let commit = "0123456789012345678901234567890123456789";
    let at = |address: &str| format!("?vcs_url=git%2Bhttps:%2F%2F{address}%40{commit}");
    let cargo = format!(
        "version = 4\n[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \"git+https://github.com/x/a?branch=main#{commit}\"\n"
    );
    assert_eq!(purls("Cargo.lock", &cargo), [format!("pkg:cargo/a@1.0.0{}", at("github.com%2Fx%2Fa"))]);
    let gems = format!("GIT\n  remote: https://github.com/x/a.git\n  revision: {commit}\n  specs:\n    a (1.0.0)\n");
    assert_eq!(purls("Gemfile.lock", &gems), [format!("pkg:gem/a@1.0.0{}", at("github.com%2Fx%2Fa.git"))]);
    let pip = format!("a @ git+https://u:secret@x.example/a.git@{commit}#egg=a\n");
    assert_eq!(purls("requirements.txt", &pip), [format!("pkg:pypi/a{}", at("x.example%2Fa.git"))]);
    let npm = format!(
        "{{\"lockfileVersion\":3,\"packages\":{{\"node_modules/a\":{{\"version\":\"1.0.0\",\"resolved\":\"git+ssh://git@github.com/x/a.git#{commit}\"}}}}}}"
    );
    let ssh = format!("pkg:npm/a@1.0.0?vcs_url=git%2Bssh:%2F%2Fgit%40github.com%2Fx%2Fa.git%40{commit}");
    assert_eq!(purls("package-lock.json", &npm), [ssh]);
}

#[test]
fn annotations_of_compiled_requirements_are_the_graph() {
    let text = "# via nobody\na==1 \\\n    --hash=sha256:00\n    # via -r requirements.in\nb==2\n    # via\n    #   a\n    #   c\nc==3  # via app (pyproject.toml), a\n# the end\n";
    let (packages, notices) = list_packages(&file("requirements.txt", text)).expect("known");
    let said: Vec<_> = packages.iter().map(|p| (p.name.as_str(), p.direct, p.dependencies.clone())).collect();
    assert_eq!(said, [("a", Some(true), vec![1, 2]), ("b", Some(false), vec![]), ("c", Some(true), vec![1])]);
    assert!(notices.is_empty());
    let (packages, _) = list_packages(&file("requirements.txt", "a==1\n    # via b\nb==1\n")).expect("known");
    assert!(packages.iter().all(|p| p.direct == Some(true)), "one is not annotated, so nothing follows");
}

#[test]
fn deno_of_every_version_tells_its_graph() {
    let said = |text: &str| -> Vec<(String, Option<bool>, Vec<usize>)> {
        let (packages, _) = list_packages(&file("deno.lock", text)).expect("known");
        packages.into_iter().map(|p| (format!("{} {}", p.name, p.version), p.direct, p.dependencies)).collect()
    };
    let want = [
        ("@a/b 1.0.0".to_owned(), Some(true), vec![1]),
        ("c 2.0.0".to_owned(), Some(false), vec![]),
        ("c 3.0.0".to_owned(), Some(true), vec![]),
    ];
    let five = r#"{"version":"5","specifiers":{"npm:@a/b@1":"1.0.0_c@2.0.0","npm:c@3":"3.0.0"},"npm":{"@a/b@1.0.0_c@2.0.0":{"dependencies":["c@2.0.0"]},"c@2.0.0":{},"c@3.0.0":{}}}"#;
    assert_eq!(said(five), want);
    let three = r#"{"version":"3","packages":{"specifiers":{"npm:@a/b@1":"npm:@a/b@1.0.0","npm:c@3":"npm:c@3.0.0"},"npm":{"@a/b@1.0.0":{"dependencies":{"c":"c@2.0.0"}},"c@2.0.0":{},"c@3.0.0":{}}}}"#;
    assert_eq!(said(three), want);
    let two = r#"{"version":"2","npm":{"specifiers":{"@a/b@1":"@a/b@1.0.0","c@3":"c@3.0.0"},"packages":{"@a/b@1.0.0":{"dependencies":{"c":"c@2.0.0"}},"c@2.0.0":{},"c@3.0.0":{}}}}"#;
    assert_eq!(said(two), want);
}

#[test]
#[ignore = "half a million packages take long without optimisation"]
fn more_packages_than_are_listed_are_said() {
    let text: String = (0..=super::MAX_PACKAGES).map(|i| format!("p{i}@1:\n  version \"1.0.0\"\n")).collect();
    let (packages, notices) = list_packages(&file("yarn.lock", &text)).expect("known");
    assert_eq!(packages.len(), super::MAX_PACKAGES);
    assert_eq!(notices.iter().map(|n| n.level).collect::<Vec<_>>(), [NoticeLevel::Error]);
}

#[test]
fn every_document_of_pnpm_is_a_lock_file() {
    let text = "---\nlockfileVersion: '9.0'\nimporters:\n  .:\n    configDependencies:\n      c: {specifier: 1.0.0, version: 1.0.0}\npackages:\n  c@1.0.0: {}\n---\nlockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      a: {specifier: 1, version: 1.0.0}\npackages:\n  a@1.0.0: {}\n  b@2.0.0: {}\nsnapshots:\n  a@1.0.0:\n    dependencies: {b: 2.0.0}\n  b@2.0.0: {}\n";
    let (packages, notices) = list_packages(&file("pnpm-lock.yaml", text)).expect("known");
    assert!(notices.is_empty(), "{notices:?}");
    let said: Vec<_> = packages.iter().map(|p| (p.name.as_str(), p.line, p.direct, p.dependencies.clone())).collect();
    assert_eq!(said, [("c", 8, Some(true), vec![]), ("a", 16, Some(true), vec![2]), ("b", 17, Some(false), vec![])]);
}

#[test]
fn passwords_of_addresses_are_in_no_list() {
    for (path, text) in [
        (
            "package-lock.json",
            r#"{"lockfileVersion":1,"dependencies":{"a":{"version":"https://bob:S3c@h.example/x.tgz?t=S3c"},"b":{"version":"git+https://bob:S3c@h.example/b.git#0123456"}}}"#,
        ),
        (
            "pnpm-lock.yaml",
            "lockfileVersion: '9.0'\npackages:\n  a@https://bob:S3c@h.example/y.tgz:\n    resolution: {tarball: https://bob:S3c@h.example/y.tgz}\n",
        ),
        (
            "Cargo.lock",
            "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \"sparse+https://bob:S3c@r.example/index/\"\n",
        ),
        ("yarn.lock", "\"a@https://bob:S3c@h.example/a.tgz\":\n  version \"1.0.0\"\n"),
        ("requirements.txt", "a @ git+https://bob:S3c@h.example/a.git\nhttps://bob:S3c@h.example/b.zip\n"),
        ("bun.lock", "{\"packages\": {\"t\": [\"t@https://bob:S3c@h.example/t.tgz\", {}]}}"),
        ("Pipfile.lock", r#"{"_meta":{},"default":{"a":{"git":"https://bob:S3c@h.example/a.git","ref":"x"}}}"#),
    ] {
        let files = [file(path, text)];
        let said = format!("{:?}", list_project(&files));
        assert!(!said.contains("S3c"), "{path}: {said}");
    }
}

#[test]
fn what_is_of_no_known_shape_or_version_is_broken() {
    for (path, text) in [
        ("bun.lock", "{}"),
        ("bun.lock", "{\"lockfileVersion\":2,\"packages\":{}}"),
        ("bun.lock", "{\"packages\":[]}"),
        ("deno.lock", "{}"),
        ("deno.lock", "{\"version\":\"9\"}"),
        ("Package.resolved", "{\"version\":2}"),
        ("Package.resolved", "{\"version\":4,\"pins\":[]}"),
        ("renv.lock", "{\"Packages\":[]}"),
        ("conan.lock", "{}"),
        ("packages.lock.json", "{}"),
        ("packages.lock.json", "{\"version\":9,\"dependencies\":{}}"),
        ("project.assets.json", "{}"),
        ("a.deps.json", "{}"),
        ("stack.yaml.lock", "snapshots: []\n"),
        ("cabal.project.freeze", ""),
        ("Podfile.lock", ""),
        ("Podfile.lock", "PODS: {}\n"),
        ("gradle.lockfile", ""),
        ("packages.config", "<other/>"),
        ("pom.xml", "<other/>"),
        ("verification-metadata.xml", "<other/>"),
        ("go.mod", "junk\n"),
        ("pdm.lock", "[metadata]\n"),
        ("pdm.lock", "[metadata]\nlock_version = \"9.0\"\n"),
        ("Pipfile.lock", "{\"_meta\":{\"pipfile-spec\":7},\"default\":{}}"),
        ("x.spdx", "junk\n"),
        ("mix.lock", "%{\n  \"a\": {:hex, :a, \"1.0.0\", \"00\"},\n"),
        (
            "pnpm-lock.yaml",
            "lockfileVersion: '9.0'\nimporters:\n  .:\n    dependencies:\n      a: {specifier: 1, version: 1.0.0}\n",
        ),
    ] {
        let (_, notices) = read(path, text);
        assert_eq!(notices.first().map(|n| n.0), Some("broken-lockfile"), "{path}: {text}");
    }
    assert_eq!(read("go.mod", ""), (vec![], vec![("empty-lockfile", Some(1))]));
    // A shell makes the file of `sbom > bom.json` before we look.
    for name in ["bom.json", "a.cdx.json", "a.spdx.json", "a.spdx"] {
        assert_eq!(read(name, ""), (vec![], vec![("empty-lockfile", Some(1))]), "{name}");
    }
    let long = format!("a=={}\nb==1.0\n", "1.".repeat(200_000));
    assert_eq!(
        read("requirements.txt", &long),
        (vec!["a".to_owned(), "b 1.0".to_owned()], vec![("broken-lockfile", Some(1))])
    );
}

#[test]
fn deeply_nested_modules_find_the_nearest() {
    let lock = r#"{"lockfileVersion":3,"packages":{"":{"dependencies":{"a":"1"}},"node_modules/a":{"version":"1.0.0","dependencies":{"b":"*","c":"*"}},
      "node_modules/b":{"version":"1.0.0"},"node_modules/a/node_modules/b":{"version":"2.0.0","dependencies":{"c":"*"}},"node_modules/c":{"version":"1.0.0"},
      "node_modules/ab":{"version":"1.0.0","dependencies":{"b":"*"}}}}"#;
    let (packages, _) = list_packages(&file("package-lock.json", lock)).expect("known");
    let edges: Vec<Vec<usize>> = packages.iter().map(|p| p.dependencies.clone()).collect();
    assert_eq!(edges, [vec![2, 3], vec![], vec![3], vec![], vec![1]]);
    let old = r#"{"lockfileVersion":1,"dependencies":{"a":{"version":"1.0.0","requires":{"b":"*","c":"*"},"dependencies":{"b":{"version":"2.0.0","requires":{"c":"*","a":"*"}}}},"b":{"version":"1.0.0"},"c":{"version":"1.0.0","requires":{"b":"*"}}}}"#;
    let (packages, _) = list_packages(&file("package-lock.json", old)).expect("known");
    let edges: Vec<Vec<usize>> = packages.iter().map(|p| p.dependencies.clone()).collect();
    assert_eq!(edges, [vec![1, 3], vec![0, 3], vec![], vec![2]]);
}
