//! Each format on a small file of our own, on every beginning of it, and on hostile ones.

use firedoor_core::{Origin, RepoPath, SourceFile};

use super::{FORMATS, list_packages, list_project};

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec())
}

/// `ecosystem name version line`, with groups in brackets and `*` for direct ones.
fn listed(path: &str, text: &str) -> Vec<String> {
    let (packages, notices) = list_packages(&file(path, text)).expect("a known format");
    assert!(notices.is_empty(), "{path}: {notices:?}");
    packages
        .iter()
        .map(|p| {
            let groups = if p.groups.is_empty() { String::new() } else { format!(" [{}]", p.groups.join(",")) };
            let direct = if p.direct == Some(true) { " *" } else { "" };
            format!("{} {} {} {}{groups}{direct}", p.ecosystem, p.name, p.version, p.line)
        })
        .collect()
}

const SAMPLES: &[(&str, &str, &[&str])] = &[
    (
        "Cargo.lock",
        "version = 4\n\n[[package]]\nname = \"app\"\nversion = \"0.1.0\"\ndependencies = [\n \"b\",\n]\n\n[[package]]\nname = \"b\"\nversion = \"1.0.0\"\nsource = \"registry+https://github.com/rust-lang/crates.io-index\"\nchecksum = \"00\"\ndependencies = [\"c\"]\n\n[[package]]\nname = \"c\"\nversion = \"2.0.0\"\nsource = \"git+https://example.com/c#0123456789abcdef\"\n",
        &["crates.io app 0.1.0 4 *", "crates.io b 1.0.0 11 *", "crates.io c 2.0.0 18"],
    ),
    (
        "package-lock.json",
        "{\"lockfileVersion\": 1,\n\"dependencies\": {\n \"a\": {\"version\": \"1.0.0\", \"dev\": true,\n  \"dependencies\": {\n   \"@s/b\": {\"version\": \"2.0.0\"}}},\n \"z\": {\"version\": \"npm:real@3.0.0\"}}}",
        &["npm a 1.0.0 3 [dev]", "npm @s/b 2.0.0 5", "npm real 3.0.0 6"],
    ),
    (
        "yarn.lock",
        "# yarn lockfile v1\n\n\n\"@s/a@^1.0.0\", \"@s/a@^1.1.0\":\n  version \"1.1.0\"\n  resolved \"https://r/a.tgz#00\"\n  dependencies:\n    b \"^2.0.0\"\n\nb@^2.0.0:\n  version \"2.0.1\"\n",
        &["npm @s/a 1.1.0 4", "npm b 2.0.1 10"],
    ),
    (
        "sub/yarn.lock",
        "__metadata:\n  version: 8\n\n\"a@npm:^1.0.0\":\n  version: 1.0.3\n  resolution: \"a@npm:1.0.3\"\n\n\"root@workspace:.\":\n  version: 0.0.0-use.local\n  resolution: \"root@workspace:.\"\n  dependencies:\n    a: \"npm:^1.0.0\"\n",
        &["npm a 1.0.3 4 *", "npm root 0.0.0-use.local 8 *"],
    ),
    (
        "pnpm-lock.yaml",
        "lockfileVersion: '9.0'\nimporters:\n  .:\n    devDependencies:\n      a:\n        specifier: ^1\n        version: 1.0.0(b@2.0.0)\npackages:\n  a@1.0.0:\n    resolution: {integrity: sha512-AA==}\n  '@s/b@2.0.0':\n    resolution: {integrity: sha512-AA==}\nsnapshots:\n  a@1.0.0(b@2.0.0):\n    dependencies:\n      '@s/b': 2.0.0\n  '@s/b@2.0.0': {}\n",
        &["npm a 1.0.0 9 [dev] *", "npm @s/b 2.0.0 11 [dev]"],
    ),
    (
        "old/pnpm-lock.yaml",
        "lockfileVersion: 5.4\ndependencies:\n  a: 1.0.0\npackages:\n  /a/1.0.0:\n    dev: false\n  /@s/b/2.0.0_a@1.0.0:\n    dev: true\n",
        &["npm a 1.0.0 5 *", "npm @s/b 2.0.0 7 [dev]"],
    ),
    (
        "bun.lock",
        "{\"lockfileVersion\": 0, \"workspaces\": {\"\": {\"dependencies\": {\"a\": \"1\"}}},\n\"packages\": {\n \"a\": [\"a@1.0.0\", \"\", {\"dependencies\": {\"b\": \"*\"}}, \"sha512-AA==\"],\n \"b\": [\"b@2.0.0\", \"\", {}, \"\"],\n}}",
        &["npm a 1.0.0 3 *", "npm b 2.0.0 4"],
    ),
    (
        "deno.lock",
        "{\"version\": \"4\",\n\"jsr\": {\"@std/a@1.0.0\": {}},\n\"npm\": {\"chalk@5.0.0_peer@1.0.0\": {}}}",
        &["npm chalk 5.0.0 3", "JSR @std/a 1.0.0 2"],
    ),
    (
        "go.mod",
        "module m\n\ngo 1.21\n\ntoolchain go1.22.3\n\nrequire (\n\ta.example/x v1.2.3\n\tb.example/y v0.1.0 // indirect\n\tc.example/z v1.0.0\n)\n\nreplace c.example/z => ../z\n",
        &["Go a.example/x 1.2.3 8 *", "Go b.example/y 0.1.0 9", "Go stdlib 1.22.3 5 *"],
    ),
    (
        "requirements-dev.txt",
        "# comment\nDjango[extra]==3.2 ; python_version > '3'  # why\n-r other.txt\nfoo \\\n  === 1.0 --hash=sha256:00\nbar>=2\nhttps://example.com/x.whl\nlib @ git+https://example.com/r@0123456789abcdef\n",
        &["PyPI Django 3.2 2 *", "PyPI foo 1.0 4 *", "PyPI bar 2 6 *", "PyPI lib  8 *"],
    ),
    (
        "poetry.lock",
        "[[package]]\nname = \"a\"\nversion = \"1.0\"\ncategory = \"dev\"\n[package.dependencies]\nB = \"*\"\n\n[[package]]\nname = \"b\"\nversion = \"2.0\"\ngroups = [\"test\"]\n",
        &["PyPI a 1.0 2 [dev]", "PyPI b 2.0 9 [test]"],
    ),
    (
        "uv.lock",
        "version = 1\n[[package]]\nname = \"app\"\nversion = \"0\"\nsource = { editable = \".\" }\ndependencies = [{ name = \"a\" }]\n[package.dev-dependencies]\ndev = [{ name = \"t\" }]\n[[package]]\nname = \"a\"\nversion = \"1.0\"\n[[package]]\nname = \"t\"\nversion = \"2.0\"\n",
        &["PyPI app 0 3 *", "PyPI a 1.0 10 *", "PyPI t 2.0 13 [dev] *"],
    ),
    ("pdm.lock", "[[package]]\nname = \"a\"\nversion = \"1.0\"\ngroups = [\"dev\"]\n", &["PyPI a 1.0 2 [dev]"]),
    (
        "Pipfile.lock",
        "{\"default\": {\n\"a\": {\"version\": \"==1.0\"}},\n\"develop\": {\n\"b\": {\"version\": \"==2.0\"}}}",
        &["PyPI a 1.0 2", "PyPI b 2.0 4 [dev]"],
    ),
    ("pylock.toml", "lock-version = '1.0'\n[[packages]]\nname = 'a'\nversion = '1.0'\n", &["PyPI a 1.0 3"]),
    (
        "Gemfile.lock",
        "GEM\n  remote: https://rubygems.org/\n  specs:\n    a (1.0.0-x86_64-linux)\n      b (>= 2)\n    b (2.0)\n\nDEPENDENCIES\n  a!\n",
        &["RubyGems a 1.0.0 4 *", "RubyGems b 2.0 6"],
    ),
    (
        "composer.lock",
        "{\"packages\": [\n{\"name\": \"v/a\", \"version\": \"v1.0\", \"license\": [\"MIT\"]}],\n\"packages-dev\": [\n{\"name\": \"v/b\", \"version\": \"2.0\"}]}",
        &["Packagist v/a v1.0 2", "Packagist v/b 2.0 4 [dev]"],
    ),
    (
        "pom.xml",
        "<project>\n<properties><v>1.2</v></properties>\n<dependencyManagement><dependencies><dependency><groupId>g</groupId><artifactId>m</artifactId><version>3</version></dependency></dependencies></dependencyManagement>\n<dependencies>\n<dependency><groupId>g</groupId><artifactId>a</artifactId><version>${v}</version></dependency>\n<dependency><groupId>g</groupId><artifactId>m</artifactId><scope>test</scope></dependency>\n</dependencies>\n</project>",
        &["Maven g:a 1.2 5 *", "Maven g:m 3 6 [test] *"],
    ),
    ("gradle.lockfile", "# c\ng:a:1.0=testRuntimeClasspath\nempty=annotationProcessor\n", &["Maven g:a 1.0 2 [test]"]),
    (
        "gradle/verification-metadata.xml",
        "<verification-metadata><components>\n<component group=\"g\" name=\"a\" version=\"1\"/></components></verification-metadata>",
        &["Maven g:a 1 2"],
    ),
    (
        "packages.lock.json",
        "{\"version\": 1, \"dependencies\": {\"net6.0\": {\n\"A\": {\"type\": \"Direct\", \"resolved\": \"1.0.0\"}}}}",
        &["NuGet A 1.0.0 2 *"],
    ),
    ("packages.config", "<packages>\n<package id=\"A\" version=\"1.0\"/></packages>", &["NuGet A 1.0 2"]),
    ("x.deps.json", "{\"libraries\": {\n\"A/1.0.0\": {\"type\": \"package\"}}}", &["NuGet A 1.0.0 2"]),
    (
        "Directory.Packages.props",
        "<Project><PropertyGroup><V>2.0</V></PropertyGroup><ItemGroup>\n<PackageVersion Include=\"A\" Version=\"$(V)\"/></ItemGroup></Project>",
        &["NuGet A 2.0 2 *"],
    ),
    (
        "paket.lock",
        "NUGET\n  remote: https://x\n    A (1.0)\n      B (>= 2)\n    B (2.1)\n",
        &["NuGet A 1.0 3", "NuGet B 2.1 5"],
    ),
    ("mix.lock", "%{\n  \"a\": {:hex, :a, \"1.0.0\", \"00\", [:mix], []},\n}\n", &["Hex a 1.0.0 2"]),
    (
        "pubspec.lock",
        "packages:\n  a:\n    dependency: \"direct dev\"\n    description:\n      name: a\n    source: hosted\n    version: \"1.0.0\"\n",
        &["Pub a 1.0.0 2 [dev] *"],
    ),
    (
        "conan.lock",
        "{\"version\": \"0.5\", \"requires\": [\n\"a/1.0#rev%1.0\"], \"build_requires\": []}",
        &["ConanCenter a 1.0 2 [requires]"],
    ),
    (
        "renv.lock",
        "{\"Packages\": {\n\"a\": {\"Package\": \"a\", \"Version\": \"1.0\", \"Source\": \"Repository\", \"Repository\": \"CRAN\"}}}",
        &["CRAN a 1.0 2"],
    ),
    (
        "stack.yaml.lock",
        "packages:\n- completed:\n    hackage: a-b-1.0@sha256:00,1\n  original:\n    hackage: a-b-1.0\n",
        &["Hackage a-b 1.0 3"],
    ),
    (
        "cabal.project.freeze",
        "constraints: any.a ==1.0,\n             b ==2.0 +flag,\n             a -flag\n",
        &["Hackage a 1.0 1", "Hackage b 2.0 2"],
    ),
    (
        "Package.resolved",
        "{\"pins\": [\n{\"identity\": \"a\", \"location\": \"https://github.com/o/A.git\", \"state\": {\"revision\": \"0\", \"version\": \"1.0.0\"}}], \"version\": 2}",
        &["SwiftURL github.com/o/A 1.0.0 2"],
    ),
    (
        "Podfile.lock",
        "PODS:\n  - A (1.0):\n    - B (~> 2)\n  - B/Core (2.0)\n\nDEPENDENCIES:\n  - A\n",
        &["CocoaPods A 1.0 2 *", "CocoaPods B 2.0 4"],
    ),
    ("Manifest.toml", "manifest_format = \"2.0\"\n[[deps.A]]\nversion = \"1.0.0\"\n", &["Julia A 1.0.0 2"]),
    (
        ".github/workflows/ci.yml",
        "jobs:\n  a:\n    steps:\n      - uses: o/r/sub@v1\n      - uses: ./local\n  b:\n    uses: o/w/.github/workflows/x.yml@main\n",
        &["GitHub Actions o/r v1 4 *", "GitHub Actions o/w main 7 *"],
    ),
    (
        "app.cdx.json",
        "{\"bomFormat\": \"CycloneDX\", \"components\": [\n{\"name\": \"b\", \"version\": \"1\", \"purl\": \"pkg:npm/%40s/b@1.0\"}]}",
        &["npm @s/b 1.0 2"],
    ),
    (
        "app.cdx.xml",
        "<bom><components>\n<component><name>b</name><version>1</version><purl>pkg:maven/g/b@1</purl></component></components></bom>",
        &["Maven g:b 1 2"],
    ),
    (
        "app.spdx.json",
        "{\"packages\": [\n{\"name\": \"b\", \"externalRefs\": [{\"referenceType\": \"purl\", \"referenceLocator\": \"pkg:deb/debian/b@1:2?distro=debian-12\"}]}]}",
        &["Debian:12 b 1:2 2"],
    ),
    (
        "app.spdx",
        "SPDXVersion: SPDX-2.3\nPackageName: b\nExternalRef: PACKAGE-MANAGER purl pkg:gem/b@1.0\n",
        &["RubyGems b 1.0 2"],
    ),
    (
        "vendor/modules.txt",
        "# a.example/x v1.0.0\n## explicit\na.example/x/p\n# b.example/y v1.0.0\n",
        &["Go a.example/x 1.0.0 1 *"],
    ),
    (
        "var/lib/dpkg/status",
        "Package: a\nStatus: install ok installed\nVersion: 1.0-1\n\nPackage: b\nStatus: deinstall ok config-files\nVersion: 1\n",
        &["Debian a 1.0-1 1"],
    ),
    ("lib/apk/db/installed", "P:a\nV:1.0-r0\nL:MIT\n", &["Alpine a 1.0-r0 1"]),
    (
        "site-packages/a-1.0.dist-info/METADATA",
        "Metadata-Version: 2.1\nName: a\nVersion: 1.0\n\nVersion: 9\n",
        &["PyPI a 1.0 1"],
    ),
    (
        "deno.json",
        "{\"imports\": {\n\"a\": \"npm:chalk@5\", \"b\": \"jsr:@std/b@1.2.3\"}}",
        &["npm chalk 5.0.0 2 *", "JSR std/b 1.2.3 2 *"],
    ),
    ("package.json", "{\n\"name\": \"a\", \"version\": \"1.0.0\"}", &["npm a 1.0.0 2"]),
    (
        "Cargo.toml",
        "[package]\nname = \"a\"\nversion = \"1.0.0\"\n[dependencies]\nb = \"2\"\n",
        &["crates.io a 1.0.0 2", "crates.io b 2 5 *"],
    ),
    ("pyproject.toml", "[project]\ndependencies = [\n\"a==1.0\"]\n", &["PyPI a 1.0 3 *"]),
    ("setup.py", "setup(\ninstall_requires=['a==1.0'])\n", &["PyPI a 1.0 2 *"]),
    (
        "gradle/libs.versions.toml",
        "[versions]\nv = \"1.0\"\n[libraries]\na = { module = \"g:a\", version.ref = \"v\" }\n",
        &["Maven g:a 1.0 4"],
    ),
    (
        "obj/project.assets.json",
        "{\"libraries\": {\n\"A/1.0.0\": {\"type\": \"package\"}}, \"project\": {\"frameworks\": {\"net6.0\": {\"dependencies\": {\"A\": {}}}}}}",
        &["NuGet A 1.0.0 2 *"],
    ),
    ("META-INF/maven/g/a/pom.properties", "version=1\ngroupId=g\nartifactId=a\n", &["Maven g:a 1 1"]),
    (
        "app.spdx.yaml",
        "spdxVersion: SPDX-2.3\npackages:\n- name: b\n  externalRefs:\n  - referenceType: purl\n    referenceLocator: pkg:gem/b@1.0\n",
        &["RubyGems b 1.0 3"],
    ),
    (
        "app.spdx.rdf",
        "<r>\n<Package><name>b</name><externalRef><ExternalRef><referenceType rdf:resource=\"x/purl\"/><referenceLocator>pkg:gem/b@1.0</referenceLocator></ExternalRef></externalRef></Package></r>",
        &["RubyGems b 1.0 2"],
    ),
    ("node_modules/a/package.json", "{\n\"name\": \"a\", \"version\": \"1.0.0\"}", &["npm a 1.0.0 2"]),
];

#[test]
fn every_format_has_a_sample() {
    for format in FORMATS {
        // Facts for the go.mod beside it; npm's format in another place; an archive and a binary file, which have tests of
        // their own.
        if matches!(format.name, "go.sum" | "installed lock file" | "jar" | "bun.lockb") {
            continue;
        }
        let has = |path: &str| super::format_of(&RepoPath::new(path)).is_some_and(|f| f.name == format.name);
        assert!(SAMPLES.iter().any(|(path, ..)| has(path)), "{}", format.name);
    }
}

#[test]
fn every_format_lists_its_sample() {
    for (path, text, want) in SAMPLES {
        assert_eq!(listed(path, text), *want, "{path}");
    }
}

#[test]
fn every_beginning_of_every_sample_ends_without_a_panic() {
    for (path, text, _) in SAMPLES {
        for end in (0..text.len()).filter(|e| text.is_char_boundary(*e)) {
            let _ = list_packages(&file(path, &text[..end]));
        }
    }
}

/// A file that ends early never reads as one without packages: behind the beginning of the first package's line there is a
/// package or a notice at every byte.
#[test]
fn what_is_cut_off_is_never_an_empty_project() {
    let mut silent = Vec::new();
    for (path, text, want) in SAMPLES {
        let line: usize = want[0].split(' ').rev().find_map(|word| word.parse().ok()).expect("a line");
        let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
        let start = start + text[start..].len() - text[start..].trim_start().len();
        for end in (start + 1..text.len()).filter(|e| text.is_char_boundary(*e)) {
            let (packages, notices) = list_packages(&file(path, &text[..end])).expect("a known format");
            // Steps without an action, manifests without a version, packages without a reference and vendored modules
            // without packages are nothing unusual; of a dpkg package, nothing is known before its state.
            let usual = match *path {
                ".github/workflows/ci.yml" | "Cargo.toml" | "setup.py" => true,
                "app.spdx.yaml" => !text[..end].contains("pkg:"),
                "app.spdx" => !text[..end].ends_with("pkg:gem/"),
                "vendor/modules.txt" => text[start..end].trim() == "#" || text[..end].contains(" v"),
                "var/lib/dpkg/status" => !text[..end].contains("install ok installed"),
                _ => false,
            };
            if packages.is_empty() && notices.is_empty() && !usual {
                silent.push(format!("{path}: {:?}", &text[start..end]));
            }
        }
    }
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn hostile_texts_end_quickly_in_every_format() {
    let texts = [
        "{".repeat(200_000),
        "[".repeat(200_000),
        "<a>".repeat(100_000),
        "- ".repeat(100_000),
        "{\"packages\":{\"\":{}".to_owned() + &",\"a\":{}".repeat(50_000),
        "[[package]]\nname=\"a\"\nversion=\"1\"\n".repeat(5_000),
        "[a.b]\n".repeat(5_000) + &(0..20_000).map(|i| format!("[t{i}]\n")).collect::<String>(),
        "\u{0}\u{feff}é".repeat(10_000),
        "a:\n ".repeat(20_000),
        "(".repeat(100_000),
        "\\".repeat(100_000),
    ];
    for format in FORMATS {
        for text in &texts {
            let list = &mut super::List::new(text, text.as_bytes());
            (format.parse)(list);
        }
    }
}

#[test]
fn truncated_files_are_said_with_their_line() {
    for path in
        ["package-lock.json", "composer.lock", "pom.xml", "renv.lock", "app.cdx.json", "Cargo.lock", "yarn.lock"]
    {
        let (_, text, _) = SAMPLES.iter().find(|(p, ..)| *p == path).expect("a sample");
        let cut = text.trim_end().len() - 2;
        let cut = if path == "Cargo.lock" { text.find("version = \"2").expect("there") + 12 } else { cut };
        let cut = if path == "yarn.lock" { text.find("  version \"2").expect("there") } else { cut };
        let (_, notices) = list_packages(&file(path, &text[..cut])).expect("known");
        assert!(notices.iter().any(|n| n.code == "broken-lockfile" && n.line.is_some()), "{path}: {notices:?}");
    }
}

/// A search through all that was read, for each thing that is read, would take minutes here.
#[test]
fn time_grows_as_the_file_does() {
    let many = |one: &dyn Fn(usize) -> String| (0..20_000).map(one).collect::<String>();
    let cargo =
        |i| format!("[[package]]\nname = \"p\"\nversion = \"1.{i}\"\ndependencies = [\"p 1.{}\"]\n", i * 7 % 20_000);
    let pods =
        many(&|i| format!("  - P{i} (1.0)\n")) + "EXTERNAL SOURCES:\n" + &many(&|i| format!("  P{i}:\n    :path: x\n"));
    let catalog = many(&|i| format!("v{i} = \"1\"\n"))
        + "[libraries]\n"
        + &many(&|i| format!("p{i} = {{ module = \"g:p{i}\", version.ref = \"v{i}\" }}\n"));
    let texts = [
        ("Cargo.lock", format!("version = 4\n{}", many(&cargo))),
        ("Podfile.lock", format!("PODS:\n{pods}")),
        ("libs.versions.toml", format!("[versions]\n{catalog}")),
        (
            "Pipfile.lock",
            format!("{{\"_meta\":{{}}{}}}", many(&|i| format!(",\"c{i}\":{{\"p{i}\":{{\"version\":\"==1\"}}}}"))),
        ),
        ("go.sum", many(&|i| format!("a.example/p{i} v1.0.0 h1:x\n"))),
    ];
    for (path, text) in texts {
        let (packages, notices) = list_packages(&file(path, &text)).expect("known");
        assert!(notices.is_empty(), "{path}: {notices:?}");
        assert_eq!(packages.len(), if path == "go.sum" { 0 } else { 20_000 }, "{path}");
    }
}

/// A merge conflict, the commonest way for a lock file to be broken: every format says it, with the line, and keeps what
/// stands before it.
#[test]
fn junk_is_said_with_its_line_in_every_format() {
    for (path, text, _) in SAMPLES {
        // Text between elements is no error in XML, and behind its head a METADATA file is prose.
        // A setup.py is code, of which only literals are read, and properties may be of any name.
        if text.starts_with('<') || ["METADATA", "setup.py", "pom.properties"].iter().any(|end| path.ends_with(end)) {
            continue;
        }
        let at = text.find('\n').expect("several lines") + 1;
        let broken = format!("{}<<<<<<< ours !! junk\n{}", &text[..at], &text[at..]);
        let (_, notices) = list_packages(&file(path, &broken)).expect("known");
        assert!(notices.iter().any(|n| n.line == Some(2)), "{path}: {notices:?}");
    }
}

#[test]
fn documents_that_end_early_are_said_in_every_format() {
    for (path, text, _) in SAMPLES.iter().filter(|(_, text, _)| text.starts_with(['{', '<'])) {
        let (_, notices) = list_packages(&file(path, &text[..text.trim_end().len() - 2])).expect("known");
        assert!(notices.iter().any(|n| n.line.is_some()), "{path}: {notices:?}");
    }
}

#[test]
fn broken_lines_leave_the_rest_and_are_said_a_few_times_only() {
    let junk = "?? junk ??\n";
    let of = |path: &str, text: &str| {
        let (packages, notices) = list_packages(&file(path, text)).expect("known");
        let codes: Vec<_> = notices.iter().map(|n| (n.code, n.line)).collect();
        (packages.len(), codes)
    };
    let text = format!("a==1\n{junk}b==2\n");
    assert_eq!(of("requirements.txt", &text), (2, vec![("broken-lockfile", Some(2))]));
    let (packages, codes) = of("requirements.txt", &format!("a==1\n{}b==2\n", junk.repeat(1000)));
    assert_eq!((packages, codes.len()), (2, 10));
    // Prose in a file of that name pins nothing.
    let prose = "Requirements of this project\n\nPython is needed.\n";
    assert_eq!(of("docs/requirements.txt", prose), (0, vec![("unreadable-manifest", Some(1))]));
    let places =
        "./local\n-e .\nhttps://x.example/a.whl\ngit+https://x.example/r#egg=b\nc.tar.gz\n$DIR/d\ne @ file:///x\n";
    assert_eq!(of("requirements.txt", places), (2, vec![]));
    let hashes = "a==1 \\\n  --hash=sha256:00 \\\n<<<<<<< ours\n  --hash=sha256:01\n";
    assert_eq!(of("requirements.txt", hashes), (1, vec![("broken-lockfile", Some(1))]));
    let list = "[[package]]\nname = \"a\"\nversion = \"1\"\nfiles = [\n  {file = \"x\"},\n<<<<<<< ours\n  {file = \"y\"},\n]\n";
    assert_eq!(of("poetry.lock", list), (1, vec![("broken-lockfile", Some(6))]));
    let gems = "GEM\n  remote: https://x.example/\n  specs:\n    a (1.0)\nwhat is this\n";
    assert_eq!(of("Gemfile.lock", gems), (1, vec![("broken-lockfile", Some(5))]));
}

#[test]
fn of_a_key_given_twice_the_last_one_counts() {
    let texts = [
        ("composer.lock", "{\"packages\": [{\"name\": \"a\", \"version\": \"1\", \"version\": \"2\"}]}"),
        ("poetry.lock", "[[package]]\nname = \"a\"\nversion = \"1\"\nversion = \"2\"\n"),
        ("pubspec.lock", "packages:\n  a:\n    version: \"1\"\n    version: \"2\"\n"),
        ("packages.config", "<packages><package id=\"a\" version=\"1\" version=\"2\"/></packages>"),
    ];
    for (path, text) in texts {
        let (packages, _) = list_packages(&file(path, text)).expect("known");
        assert_eq!((packages.len(), packages[0].version.as_str()), (1, "2"), "{path}");
    }
}

#[test]
fn a_broken_manifest_is_a_warning() {
    let (_, notices) = list_packages(&file("package.json", "{\"name\": {{name}}}")).expect("known");
    assert_eq!((notices[0].code, notices[0].level), ("unreadable-manifest", firedoor_core::NoticeLevel::Warning));
}

#[test]
fn cycles_and_duplicate_keys_are_harmless() {
    let text = "{\"lockfileVersion\":3,\"packages\":{\"\":{\"dependencies\":{\"a\":\"1\"}},\"node_modules/a\":{\"version\":\"1.0.0\",\"version\":\"2.0.0\",\"dependencies\":{\"b\":\"1\"}},\"node_modules/b\":{\"version\":\"1.0.0\",\"dependencies\":{\"a\":\"1\"}}}}";
    let (packages, _) = list_packages(&file("package-lock.json", text)).expect("known");
    assert_eq!(
        (packages[0].version.as_str(), &packages[0].dependencies, &packages[1].dependencies),
        ("2.0.0", &vec![1], &vec![0])
    );
}

#[test]
fn files_of_a_project_complete_one_another() {
    let parent = "<project><groupId>g</groupId><artifactId>parent</artifactId><version>1</version><properties><v>7</v></properties><dependencies><dependency><groupId>g</groupId><artifactId>up</artifactId><version>1</version></dependency></dependencies></project>";
    let child = "<project>\n<parent><groupId>g</groupId><artifactId>parent</artifactId><version>1</version></parent><artifactId>c</artifactId>\n<dependencies>\n<dependency><groupId>g</groupId><artifactId>a</artifactId><version>${v}</version></dependency></dependencies></project>";
    let files = [
        file("pom.xml", parent),
        file("c/pom.xml", child),
        file("go.mod", "module m\ngo 1.16\nrequire a.example/x v1.0.0\n"),
        file("go.sum", "a.example/x v1.0.0 h1:0\nb.example/y v0.1.0 h1:0\nc.example/z v1.0.0/go.mod h1:0\n"),
    ];
    let all: Vec<String> = list_project(&files)
        .into_iter()
        .flat_map(|f| f.packages)
        .map(|p| format!("{} {} {}:{}", p.name, p.version, p.path, p.line))
        .collect();
    assert_eq!(
        all,
        [
            "g:a 7 c/pom.xml:4",
            "g:up 1 c/pom.xml:2",
            "a.example/x 1.0.0 go.mod:3",
            "stdlib 1.16 go.mod:2",
            "b.example/y 0.1.0 go.sum:2",
            "g:up 1 pom.xml:1",
        ]
    );
}

#[test]
fn manifests_tell_what_is_direct_where_the_lock_file_does_not() {
    let yarn = "# yarn lockfile v1\n\na@^1.0.0:\n  version \"1.0.0\"\n  dependencies:\n    b \"*\"\n\nb@*:\n  version \"2.0.0\"\n";
    let poetry = "[[package]]\nname = \"Foo.Bar\"\nversion = \"1.0\"\n[[package]]\nname = \"baz\"\nversion = \"1.0\"\n";
    let files = [
        file("w/yarn.lock", yarn),
        file("w/package.json", "{\"private\":true}"),
        file("w/packages/p/package.json", "{\"devDependencies\":{\"x\":\"npm:a@^1\"}}"),
        file("alone/yarn.lock", yarn),
        file("py/poetry.lock", poetry),
        file(
            "py/pyproject.toml",
            "[tool.poetry.group.dev.dependencies]\nfoo-bar = \"^1\"\n[tool.poetry.dependencies]\npython = \"^3\"\n",
        ),
    ];
    let direct: Vec<(String, Option<bool>)> = list_project(&files)
        .into_iter()
        .flat_map(|f| f.packages)
        .map(|p| (format!("{} {}", p.path, p.name), p.direct))
        .collect();
    let of = |name: &str| direct.iter().find(|(n, _)| n == name).expect("listed").1;
    assert_eq!((of("w/yarn.lock a"), of("w/yarn.lock b")), (Some(true), Some(false)));
    assert_eq!((of("alone/yarn.lock a"), of("alone/yarn.lock b")), (None, None));
    assert_eq!((of("py/poetry.lock Foo.Bar"), of("py/poetry.lock baz")), (Some(true), Some(false)));
}

#[test]
fn integrity_is_hexadecimal_in_the_end() {
    let of = |text: &str| super::integrity(text).map(|(algorithm, hex)| format!("{algorithm}:{hex}"));
    assert_eq!(of("sha1-Zm9v").as_deref(), Some("sha1:666f6f"));
    assert_eq!(of("SHA1-Zm9vYg==").as_deref(), Some("sha1:666f6f62"));
    assert_eq!(of("sha1-Zm9vYmE=").as_deref(), Some("sha1:666f6f6261"));
    // Both alphabets, and the second of two sums is left.
    assert_eq!(of("sha1--_-_ sha512-AAAA").as_deref(), Some("sha1:fbffbf"));
    assert_eq!(of("sha1-+/+/").as_deref(), Some("sha1:fbffbf"));
    assert_eq!(of("sha256:AB01").as_deref(), Some("sha256:ab01"));
    for broken in ["", "sha1", "sha1-Zm9*", "sha1-Zm9vY*==", "sha256:", "sha256:xy", "sha1-Zm\u{e9}v"] {
        assert_eq!(of(broken), None, "{broken}");
    }
}
