//! Spellings that the formats' specifications allow and that real projects use less often than those of the samples.

use firedoor_core::{Origin, RepoPath, SourceFile};

use super::{ListedPackage, list_packages, list_project};

fn file(path: &str, text: &str) -> SourceFile {
    SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec())
}

/// `name version`, with where it comes from and its groups in brackets, and `*` for direct ones.
fn said(packages: &[ListedPackage]) -> Vec<String> {
    let more = |p: &ListedPackage| {
        let source = p.source.as_ref().map(|s| format!(" {s}")).unwrap_or_default();
        let groups = if p.groups.is_empty() { String::new() } else { format!(" [{}]", p.groups.join(",")) };
        format!("{source}{groups}{}", if p.direct == Some(true) { " *" } else { "" })
    };
    packages
        .iter()
        .map(|p| format!("{} {}{}", p.name, p.version, more(p)).replace("  ", " ").trim_end().to_owned())
        .collect()
}

fn listed(path: &str, text: &str) -> Vec<String> {
    let (packages, notices) = list_packages(&file(path, text)).expect("a known format");
    assert!(notices.is_empty(), "{path}: {notices:?}");
    said(&packages)
}

#[test]
fn pnpm_names_other_registries_and_archives() {
    let text = "lockfileVersion: '6.0'\npackages:\n  registry.example.com/h@1.0.0:\n    dev: false\n  registry.example.com/@s/i@2.0.0(h@1.0.0):\n    dev: false\n  file:k.tgz:\n    resolution: {tarball: file:k.tgz}\n    name: k\n    version: 1.0.0\n  /@j/l@1.0.0:\n    dev: true\n";
    assert_eq!(listed("pnpm-lock.yaml", text), ["h 1.0.0", "@s/i 2.0.0", "k 1.0.0 path", "@j/l 1.0.0 [dev]"]);
    let nine = "lockfileVersion: '9.0'\nimporters:\n  .:\n    devDependencies:\n      a: {specifier: 1, version: 1.0.0}\npackages:\n  a@1.0.0: {}\n  f@2.0.0: {}\nsnapshots:\n  a@1.0.0:\n    optionalDependencies: {f: 2.0.0}\n  f@2.0.0:\n    optional: true\n";
    assert_eq!(listed("pnpm-lock.yaml", nine), ["a 1.0.0 [dev] *", "f 2.0.0 [dev,optional]"]);
}

#[test]
fn bun_names_archives_on_disk() {
    let text = "{\"packages\": {\"t\": [\"t@./t.tgz\", {}], \"u\": [\"u@https://x.example/u.tgz\", {}], \"v\": [\"w@1.0.0\", \"\", {}, \"\"]}}";
    assert_eq!(listed("bun.lock", text), ["t path", "u url", "w 1.0.0"]);
}

#[test]
fn pipfiles_have_categories_of_any_name() {
    let text = "{\"_meta\": {}, \"default\": {\"a\": {\"version\": \"==1.0\"}, \"f\": {\"file\": \"https://x.example/f.zip\"}, \"s\": {\"version\": \"*\"}}, \"docs\": {\"a\": {\"version\": \"==1.0\"}, \"b\": {\"version\": \"==2.0\"}}}";
    assert_eq!(listed("Pipfile.lock", text), ["a 1.0", "f url", "s", "b 2.0 [docs]"]);
}

#[test]
fn requirements_name_what_repositories_hold() {
    let text = "-e git+https://github.com/o/a.git@v1.0#egg=a&subdirectory=s\ngit+https://github.com/o/b.git#egg=b[x]\n-e .\n--editable=git+ssh://git@github.com/o/c.git@0123456789012345678901234567890123456789#egg=c\n-e ./local#egg=d\n";
    let (packages, notices) = list_packages(&file("requirements.txt", text)).expect("known");
    assert_eq!(said(&packages), ["a git *", "b git *", "c git *"]);
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(packages[2].commit.as_deref(), Some("0123456789012345678901234567890123456789"));
    assert_eq!(packages[0].purl, "pkg:pypi/a?vcs_url=git%2Bhttps:%2F%2Fgithub.com%2Fo%2Fa.git");
}

#[test]
fn poms_import_boms_and_tell_classifiers_apart() {
    let parent = "<project><groupId>g</groupId><artifactId>p</artifactId><version>1</version><properties><j>2.9</j></properties><dependencyManagement><dependencies><dependency><groupId>g</groupId><artifactId>bom</artifactId><version>1</version><type>pom</type><scope>import</scope></dependency><dependency><groupId>n</groupId><artifactId>n</artifactId><version>1</version><classifier>linux</classifier></dependency><dependency><groupId>n</groupId><artifactId>n</artifactId><version>2</version></dependency></dependencies></dependencyManagement></project>";
    let bom = "<project><parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version></parent><artifactId>bom</artifactId><dependencyManagement><dependencies><dependency><groupId>x</groupId><artifactId>y</artifactId><version>${j}</version></dependency></dependencies></dependencyManagement></project>";
    let child = "<project><parent><groupId>g</groupId><artifactId>p</artifactId><version>1</version></parent><artifactId>c</artifactId><dependencies><dependency><groupId>x</groupId><artifactId>y</artifactId></dependency><dependency><groupId>n</groupId><artifactId>n</artifactId></dependency><dependency><groupId>n</groupId><artifactId>n</artifactId><classifier>linux</classifier></dependency><dependency><groupId>g</groupId><artifactId>o</artifactId><version>${parent.version}</version></dependency><dependency><groupId>g</groupId><artifactId>q</artifactId><version>${version}</version></dependency></dependencies></project>";
    // The child's parent is not where its path says, but at hand.
    let files = [file("pom.xml", parent), file("bom/pom.xml", bom), file("deep/er/c/pom.xml", child)];
    let all: Vec<ListedPackage> = list_project(&files).into_iter().flat_map(|f| f.packages).collect();
    assert_eq!(said(&all), ["x:y 2.9 *", "n:n 2 *", "n:n 1 *", "g:o 1 *", "g:q 1 *"]);
    // A bill that imports itself, and its importer, ends.
    let circle = "<project><groupId>g</groupId><artifactId>a</artifactId><version>1</version><dependencyManagement><dependencies><dependency><groupId>g</groupId><artifactId>a</artifactId><version>1</version><type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement><dependencies><dependency><groupId>x</groupId><artifactId>y</artifactId></dependency></dependencies></project>";
    let all: Vec<ListedPackage> = list_project(&[file("pom.xml", circle), file("b/pom.xml", circle)])
        .into_iter()
        .flat_map(|f| f.packages)
        .collect();
    assert_eq!(said(&all), ["x:y *", "x:y *"]);
}

#[test]
fn version_catalogs_say_versions_in_five_ways() {
    let text = "[versions]\na = \"1.0\"\nr = { strictly = \"[2.0, 3.0[\", prefer = \"2.5\" }\n[libraries]\na = { module = \"g:a\", version.ref = \"a\" }\nb = { group = \"g\", name = \"b\", version = \"1.1\" }\nc = \"g:c:1.2\"\nd = { module = \"g:d\", version.ref = \"r\" }\ne = { module = \"g:e\", version = { require = \"1.4\" } }\nf = { module = \"g:f\" }\nh = { module = \"g:h\", version = \"1.+\" }\n";
    let want = ["g:a 1.0", "g:b 1.1", "g:c 1.2", "g:d 2.5", "g:e 1.4", "g:f range", "g:h range"];
    assert_eq!(listed("gradle/libs.versions.toml", text), want);
}

#[test]
fn dotnet_tells_what_is_direct_and_what_the_runtime_is() {
    let deps = "{\"targets\": {\"n\": {\"App/1.0.0\": {\"dependencies\": {\"A\": \"1.0.0\"}}, \"A/1.0.0\": {\"dependencies\": {\"B\": \"2.0.0\"}}, \"B/2.0.0\": {}}}, \"libraries\": {\"App/1.0.0\": {\"type\": \"project\"}, \"A/1.0.0\": {\"type\": \"package\"}, \"B/2.0.0\": {\"type\": \"package\"}, \"runtimepack.Microsoft.NETCore.App.Runtime.linux-x64/6.0.1\": {\"type\": \"runtimepack\"}}}";
    let want = ["App 1.0.0 path *", "A 1.0.0 *", "B 2.0.0", "Microsoft.NETCore.App.Runtime.linux-x64 6.0.1"];
    assert_eq!(listed("app.deps.json", deps), want);
    let project = "<Project><ItemGroup><PackageReference Include=\"A; B\" Version=\"1.0.0\"/></ItemGroup><Choose><When Condition=\"x\"><ItemGroup><PackageReference Include=\"C\" Version=\"2.0.0\"/></ItemGroup></When><Otherwise><ItemGroup><PackageReference Include=\"D\" Version=\"3.0.0\"/></ItemGroup></Otherwise></Choose></Project>";
    assert_eq!(listed("a.csproj", project), ["A 1.0.0 *", "B 1.0.0 *", "C 2.0.0 *", "D 3.0.0 *"]);
    let paket = "STORAGE: NONE\nRESTRICTION: >= net6.0\nNUGET\n  remote: https://x\n    A (1.0)\n\nGROUP Test\nRESTRICTION: == net6.0\nNUGET\n  remote: https://x\n    B (2.0)\n";
    assert_eq!(listed("paket.lock", paket), ["A 1.0", "B 2.0 [test]"]);
}

#[test]
fn archives_and_repositories_are_told_from_registries() {
    let stack = "packages:\n- completed:\n    name: a\n    version: '0.3'\n    url: https://x.example/a.tar.gz\n  original:\n    url: https://x.example/a.tar.gz\n";
    assert_eq!(listed("stack.yaml.lock", stack), ["a 0.3 url"]);
    let pods = "PODS:\n  - A (1.0)\n  - L (0.1)\n  - G/Core (2.0)\n\nDEPENDENCIES:\n  - A\n\nEXTERNAL SOURCES:\n  L:\n    :path: \"./L\"\n  G:\n    :git: https://x.example/g.git\n\nCHECKOUT OPTIONS:\n  G:\n    :commit: 0123456789\n    :git: https://x.example/g.git\n";
    assert_eq!(listed("Podfile.lock", pods), ["A 1.0 *", "L 0.1 path", "G 2.0 git"]);
    let julia = "[[deps.A]]\ngit-tree-sha1 = \"00\"\nrepo-url = \"https://x.example/A.jl.git\"\nuuid = \"u\"\nversion = \"0.1.0\"\n";
    assert_eq!(listed("Manifest.toml", julia), ["A 0.1.0 git"]);
}

#[test]
fn cyclonedx_in_xml_says_what_it_says_in_json() {
    let text = "<bom><components><component type=\"library\" bom-ref=\"a\"><name>a</name><version>1</version><hashes><hash alg=\"SHA-256\">00</hash></hashes><licenses><license><id>MIT</id></license></licenses><purl>pkg:npm/a@1</purl></component><component type=\"library\" bom-ref=\"b\"><name>b</name><version>2</version><licenses><expression>MIT OR ISC</expression></licenses><purl>pkg:npm/b@2</purl></component><component type=\"file\"><name>f</name><version>1</version></component></components><dependencies><dependency ref=\"a\"><dependency ref=\"b\"/></dependency></dependencies></bom>";
    let (packages, notices) = list_packages(&file("x.cdx.xml", text)).expect("known");
    assert!(notices.is_empty());
    let said: Vec<_> = packages.iter().map(|p| (p.name.as_str(), p.dependencies.clone(), p.licenses.clone())).collect();
    assert_eq!(said, [("a", vec![1], vec!["MIT".to_owned()]), ("b", vec![], vec!["MIT OR ISC".to_owned()])]);
    assert_eq!(packages[0].hashes, [("sha256".to_owned(), "00".to_owned())]);
}

#[test]
fn a_byte_order_mark_is_no_part_of_a_line() {
    let samples = [
        ("Gemfile.lock", "GEM\n  remote: https://rubygems.org/\n  specs:\n    a (1.0)\n", 4),
        ("go.mod", "module m\nrequire a.example/a v1.0\n", 2),
        ("gradle.lockfile", "g:a:1.0=x\n", 1),
        ("requirements.txt", "a==1.0\n", 1),
        ("Cargo.lock", "version = 4\n[[package]]\nname = \"a\"\nversion = \"1.0\"\n", 3),
        ("yarn.lock", "# yarn lockfile v1\na@1:\n  version \"1.0\"\n", 2),
        (
            "pom.xml",
            "<project><dependencies>\n<dependency><groupId>g</groupId><artifactId>a</artifactId><version>1.0</version></dependency></dependencies></project>",
            2,
        ),
    ];
    for (path, text, line) in samples {
        let marked = format!("\u{feff}{text}");
        let (packages, notices) = list_packages(&file(path, &marked)).expect("known");
        assert!(notices.is_empty(), "{path}: {notices:?}");
        assert_eq!((packages[0].line, packages[0].version.as_str()), (line, "1.0"), "{path}");
        let span = &packages[0].span;
        assert!(marked.get(span.range()).is_some_and(|t| !t.contains('\u{feff}') || line == 1), "{path}");
    }
}

#[test]
fn damaged_names_are_said() {
    let mut bytes = b"{\"lockfileVersion\":3,\"packages\":{\"node_modules/lod_ash\":{\"version\":\"1.0.0\"}}}".to_vec();
    let at = bytes.iter().position(|b| *b == b'_').expect("there") + 11;
    bytes[at] = 0xff;
    let damaged = SourceFile::new(RepoPath::new("package-lock.json"), Origin::WorkTree, bytes);
    let (packages, notices) = list_packages(&damaged).expect("known");
    assert_eq!((packages.len(), notices.len()), (1, 1), "{packages:?}");
}

#[test]
fn binary_locks_of_bun_are_said_where_no_text_stands_beside() {
    let notices = |files: &[SourceFile]| list_project(files).into_iter().map(|f| f.notices.len()).sum::<usize>();
    let text = || file("bun.lock", "{\"packages\": {\"a\": [\"a@1.0.0\"]}}");
    assert_eq!(notices(&[file("bun.lockb", "#!/usr/bin/env bun\n")]), 1);
    assert_eq!(notices(&[file("bun.lockb", "#!/usr/bin/env bun\n"), text()]), 0);
    assert_eq!(notices(&[file("b/bun.lockb", "#!/usr/bin/env bun\n"), text()]), 1);
}

#[test]
fn bills_of_vague_names_are_known_by_what_they_say() {
    let cyclonedx =
        "{\"bomFormat\": \"CycloneDX\", \"components\": [{\"name\": \"a\", \"purl\": \"pkg:npm/a@1.0.0\"}]}";
    let spdx = "{\"spdxVersion\": \"SPDX-2.3\", \"packages\": [{\"name\": \"a\", \"externalRefs\": [{\"referenceType\": \"purl\", \"referenceLocator\": \"pkg:npm/a@1.0.0\"}]}]}";
    for text in [cyclonedx, spdx] {
        assert_eq!(listed("sbom.json", text), ["a 1.0.0"]);
    }
    assert!(listed("rain.bom.json", "{\"rain\": 1}").is_empty());
    assert!(listed("sbom.xml", "<rain/>").is_empty());
}

#[test]
fn an_old_go_mod_without_its_sum_is_said() {
    let codes = |files: &[SourceFile]| -> Vec<&str> {
        list_project(files).iter().flat_map(|f| &f.notices).map(|n| n.code).collect()
    };
    let old = || file("m/go.mod", "module m\ngo 1.16\nrequire a.example/a v1.0.0\n");
    assert_eq!(codes(&[old()]), ["go-sum-missing"]);
    assert!(codes(&[old(), file("m/go.sum", "a.example/a v1.0.0 h1:x\n")]).is_empty());
    assert!(codes(&[old(), file("m/vendor/modules.txt", "# a.example/a v1.0.0\na.example/a\n")]).is_empty());
    assert!(codes(&[file("go.mod", "module m\ngo 1.17\nrequire a.example/a v1.0.0\n")]).is_empty());
    assert!(codes(&[file("go.mod", "module m\ngo 1.16\n")]).is_empty());
}
