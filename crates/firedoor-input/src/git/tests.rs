//! Repositories are built with gix itself: the tests need no `git`.

use std::collections::BTreeMap;
use std::sync::Mutex;

use gix::bstr::BString;
use gix::objs::tree::{Entry, EntryKind};

use super::*;

type Files<'a> = &'a [(&'a str, &'a str)];

struct TestRepo {
    dir: tempfile::TempDir,
    repo: gix::Repository,
    time: i64,
}

impl TestRepo {
    fn new() -> Self {
        let dir = tempfile::tempdir().expect("a folder");
        let repo = gix::ThreadSafeRepository::init_opts(
            dir.path(),
            gix::create::Kind::WithWorktree,
            gix::create::Options::default(),
            gix::open::Options::isolated(),
        )
        .expect("a repository")
        .to_thread_local();
        std::fs::write(repo.git_dir().join("HEAD"), "ref: refs/heads/main\n").expect("written");
        Self { dir, repo, time: 1_700_000_000 }
    }

    fn open(&self) -> Repository {
        Repository::discover(self.dir.path()).expect("readable").expect("there")
    }

    /// Writes a tree of files; a path that ends in `@` is a submodule, bytes are given as Latin-1.
    fn tree(&self, files: Files<'_>) -> ObjectId {
        let latin1 = |t: &str| t.chars().map(|c| u8::try_from(u32::from(c)).expect("Latin-1")).collect::<Vec<u8>>();
        let mut folders: BTreeMap<&str, Vec<(&str, &str)>> = BTreeMap::new();
        let mut entries = Vec::new();
        for (path, text) in files {
            match path.split_once('/') {
                Some((folder, rest)) => folders.entry(folder).or_default().push((rest, text)),
                None if path.ends_with('@') => entries.push(Entry {
                    mode: EntryKind::Commit.into(),
                    filename: path.trim_end_matches('@').into(),
                    oid: self.repo.write_blob(text).expect("written").detach(),
                }),
                None => entries.push(Entry {
                    mode: EntryKind::Blob.into(),
                    filename: latin1(path).into(),
                    oid: self.repo.write_blob(latin1(text)).expect("written").detach(),
                }),
            }
        }
        for (folder, inside) in folders {
            entries.push(Entry { mode: EntryKind::Tree.into(), filename: folder.into(), oid: self.tree(&inside) });
        }
        entries.sort();
        self.repo.write_object(gix::objs::Tree { entries }).expect("written").detach()
    }

    fn commit(&mut self, files: Files<'_>, parents: &[ObjectId]) -> ObjectId {
        self.time += 60;
        let who = gix::actor::Signature {
            name: "Ann".into(),
            email: "ann@example.org".into(),
            time: gix::date::Time { seconds: self.time, offset: 0 },
        };
        let commit = gix::objs::Commit {
            tree: self.tree(files),
            parents: parents.iter().copied().collect(),
            author: who.clone(),
            committer: who,
            encoding: None,
            message: "A change\n\nMore.".into(),
            extra_headers: Vec::new(),
        };
        self.repo.write_object(commit).expect("written").detach()
    }

    fn branch(&self, name: &str, id: ObjectId) {
        let path = self.repo.git_dir().join("refs/heads").join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        std::fs::write(path, format!("{id}\n")).expect("written");
    }

    /// Sets the index to these files.
    fn stage(&self, files: Files<'_>) {
        let tree = self.tree(files);
        let mut index = self.repo.index_from_tree(&tree).expect("an index");
        index.write(gix::index::write::Options::default()).expect("written");
    }

    /// Sets the index and the work tree to these files.
    fn checkout(&self, files: Files<'_>) {
        self.stage(files);
        for (path, text) in files.iter().filter(|(p, _)| !p.ends_with('@')) {
            let path = self.dir.path().join(path);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            std::fs::write(path, text).expect("written");
        }
    }
}

fn hex(id: ObjectId) -> String {
    id.to_string()
}

fn told(set: &ChangeSet) -> Vec<String> {
    set.files
        .iter()
        .map(|f| match &f.old_path {
            Some(old) => format!("{:?} {} from {old}", f.kind, f.path),
            None => format!("{:?} {}", f.kind, f.path),
        })
        .collect()
}

fn text(repo: &Repository, set: &ChangeSet, path: &str) -> (String, Vec<std::ops::RangeInclusive<u32>>) {
    let file = set.get(&RepoPath::new(path)).expect("changed");
    let file = repo.read_changed(file, &mut Vec::new()).expect("readable").expect("there");
    (file.text().into_owned(), file.changed().map(|c| c.0.clone()).unwrap_or_default())
}

const LONG: &str = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\n";

#[test]
fn no_repository_is_none_and_a_broken_one_is_an_error() {
    let dir = tempfile::tempdir().expect("a folder");
    assert!(Repository::discover(dir.path()).expect("fine").is_none());
    std::fs::create_dir(dir.path().join(".git")).expect("made");
    assert!(matches!(Repository::discover(dir.path()), Err(GitError::Open { .. })));
}

#[test]
fn before_the_first_commit_everything_in_the_index_is_staged() {
    let t = TestRepo::new();
    t.checkout(&[("a.txt", "x\n"), ("d/b.txt", "y\n")]);
    let repo = t.open();
    let set = repo.staged().expect("readable");
    assert_eq!(told(&set), ["Added a.txt", "Added d/b.txt"]);
    assert!(set.base.is_none());
    assert_eq!(text(&repo, &set, "d/b.txt"), ("y\n".into(), vec![]));
    assert!(matches!(repo.diff("HEAD"), Err(GitError::UnknownRevision { .. })));
    assert_eq!(repo.root_commit_id(), None);
    assert_eq!(repo.history(&HistoryRange::default(), &|_| true).expect("fine").commits, 0);
}

#[test]
fn the_index_counts_and_not_the_work_tree() {
    let mut t = TestRepo::new();
    let first = t.commit(&[("a.txt", "1\n2\n"), ("old.txt", LONG), ("gone.txt", "g"), ("sub@", "1")], &[]);
    t.branch("main", first);
    let renamed = format!("zero\n{LONG}");
    t.stage(&[("a.txt", "1\nnew\n2\n"), ("new.txt", &renamed), ("added.txt", "q"), ("sub@", "2")]);
    std::fs::write(t.dir.path().join("a.txt"), "1\nnew\n2\nnot staged\n").expect("written");
    let repo = t.open();
    let set = repo.staged().expect("readable");
    assert_eq!(told(&set), ["Modified a.txt", "Added added.txt", "Deleted gone.txt", "Renamed new.txt from old.txt"]);
    assert_eq!(text(&repo, &set, "a.txt"), ("1\nnew\n2\n".into(), vec![2..=2]));
    assert_eq!(text(&repo, &set, "new.txt").1, [1..=1]);
    assert_eq!(set.notices.iter().map(|n| n.code).collect::<Vec<_>>(), ["submodule-skipped"]);
    let file = set.get(&RepoPath::new("new.txt")).expect("there");
    let old = repo.read_old(&set, file, &mut Vec::new()).expect("readable").expect("there");
    assert_eq!((old.path().as_str(), old.text().as_ref()), ("old.txt", LONG));
    let small = t.open().with_max_file_size(2);
    let mut notices = Vec::new();
    assert!(small.read_new(file, &mut notices).expect("readable").is_none());
    assert_eq!(notices[0].code, "large-file");
}

#[test]
fn folders_that_the_index_knows_to_be_the_same_are_not_read() {
    let mut t = TestRepo::new();
    let files: Files<'_> = &[("a/x", "1"), ("a/b/y", "2"), ("c/z", "3"), ("c-d/q", "4"), ("sub@", "1")];
    let first = t.commit(files, &[]);
    t.branch("main", first);
    // An index with its `TREE` extension, as git writes it: valid for `a`, outdated for the top and for `c`.
    let tree = t.tree(&[("a/x", "1"), ("a/b/y", "2"), ("c/z", "new"), ("c-d/q", "4"), ("sub@", "1")]);
    let mut index = t.repo.index_from_tree(&tree).expect("an index");
    let same = t.repo.find_tree(first_tree(&t, first)).expect("a tree");
    let id = |name: &str| same.lookup_entry([name]).expect("readable").expect("there").object_id();
    let node = |name: &str, id: ObjectId, entries: Option<u32>| gix::index::extension::Tree {
        name: name.bytes().collect(),
        id,
        num_entries: entries,
        children: Vec::new(),
    };
    let mut root = node("", first, None);
    root.children = vec![node("a", id("a"), Some(2)), node("c", id("c"), None)];
    // gix has no way to set the extension, so the comparison is asked directly.
    let committed = staged::committed(&t.repo, same.id, Some(&root)).expect("readable");
    assert_eq!(committed.same, ["a/"]);
    let paths: Vec<_> = committed.files.keys().map(ToString::to_string).collect();
    assert_eq!(paths, ["c-d/q", "c/z"]);
    let all = [BString::from("a/"), BString::from("c/")];
    for (path, expected) in [("a/b", true), ("a", false), ("b", false), ("c-d/q", false), ("c/z", true), ("z", false)] {
        assert_eq!(staged::is_below(path.as_bytes(), &all), expected, "{path}");
    }
    assert!(staged::is_below(b"x", &[BString::default()]));
    index.write(gix::index::write::Options::default()).expect("written");
    assert_eq!(told(&t.open().staged().expect("readable")), ["Modified c/z"]);
}

fn first_tree(t: &TestRepo, commit: ObjectId) -> ObjectId {
    t.repo.find_commit(commit).expect("there").tree_id().expect("a tree").detach()
}

#[test]
fn a_branch_is_compared_with_where_it_left() {
    let mut t = TestRepo::new();
    let root = t.commit(&[("a.txt", "1\n"), ("b.txt", LONG), ("same.txt", "s")], &[]);
    let main = t.commit(&[("a.txt", "1\nmain\n"), ("b.txt", LONG), ("same.txt", "s")], &[root]);
    let one = t.commit(&[("a.txt", "1\nsecret\n"), ("b.txt", LONG), ("same.txt", "s")], &[root]);
    let files: Files<'_> = &[("a.txt", "1\nmine\n"), ("d/b.txt", LONG), ("same.txt", "s")];
    let two = t.commit(files, &[one]);
    t.branch("main", main);
    t.branch("topic", two);
    std::fs::write(t.repo.git_dir().join("HEAD"), "ref: refs/heads/topic\n").expect("written");
    t.checkout(files);
    let repo = t.open();
    let scope = repo.diff("main").expect("compared");
    assert_eq!(scope.merge_base.id, root.to_string());
    assert_eq!(told(&scope.changes), ["Modified a.txt", "Renamed d/b.txt from b.txt"]);
    assert_eq!(text(&repo, &scope.changes, "a.txt"), ("1\nmine\n".into(), vec![2..=2]));
    assert!(scope.changes.files.iter().all(ChangedFile::is_on_disk));
    assert!(!scope.is_changed(&RepoPath::new("same.txt")) && scope.is_changed(&RepoPath::new("untracked.txt")));
    assert_eq!(repo.base_file("main", &RepoPath::new("a.txt")).as_deref(), Some(&b"1\nmain\n"[..]));
    assert_eq!(repo.base_file("main", &RepoPath::new("d")), None);

    // The secret that the branch took away again is in its commits.
    let seen = Mutex::new(Vec::new());
    let history = repo
        .history(&scope.commits, &|file| {
            let lines = file.changed().map(|c| c.0.clone());
            seen.lock().expect("whole").push((file.text().into_owned(), lines));
            true
        })
        .expect("readable");
    let mut seen = seen.into_inner().expect("whole");
    seen.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(seen, [("1\nmine\n".into(), Some(vec![2..=2])), ("1\nsecret\n".into(), Some(vec![2..=2]))]);
    assert_eq!((history.commits, history.files), (2, 2));

    // Uncommitted edits belong to the change.
    std::fs::write(t.dir.path().join("same.txt"), "edited").expect("written");
    std::fs::remove_file(t.dir.path().join("a.txt")).expect("removed");
    let scope = repo.diff("main").expect("compared");
    let expected = ["Deleted a.txt", "Renamed d/b.txt from b.txt", "Modified same.txt"];
    assert_eq!(told(&scope.changes), expected);
    // What git does not know yet is new, unless an ignore file names it.
    std::fs::write(t.dir.path().join("new.txt"), "x").expect("written");
    std::fs::write(t.dir.path().join("build.log"), "x").expect("written");
    std::fs::write(t.dir.path().join(".gitignore"), "*.log\n").expect("written");
    let scope = repo.diff("main").expect("compared");
    assert_eq!(
        told(&scope.changes),
        [&["Added .gitignore"], &expected[..2], &["Added new.txt"], &expected[2..]].concat()
    );
    assert!(scope.changes.changed_paths().contains(&RepoPath::new("new.txt")));
    assert_eq!(repo.version_control().branch.as_deref(), Some("topic"));
    assert_eq!(repo.root_commit_id(), Some(root.to_string()));
    assert!(matches!(repo.diff("nothing"), Err(GitError::UnknownRevision { .. })));
}

#[test]
fn a_detached_head_and_a_bare_repository() {
    let mut t = TestRepo::new();
    let root = t.commit(&[("a.txt", "1\n")], &[]);
    let next = t.commit(&[("a.txt", "1\n2\n"), ("x@", "s")], &[root]);
    t.branch("main", root);
    let git = t.repo.git_dir().to_owned();
    std::fs::write(git.join("HEAD"), format!("{next}\n")).expect("written");
    t.checkout(&[("a.txt", "1\n2\n"), ("x@", "s")]);
    let scope = t.open().diff("main").expect("compared");
    assert_eq!(told(&scope.changes), ["Modified a.txt"]);
    assert_eq!(scope.changes.notices[0].code, "submodule-skipped");
    assert_eq!(t.open().version_control().branch, None);

    let bare = tempfile::tempdir().expect("a folder");
    std::fs::rename(&git, bare.path().join("r.git")).expect("moved");
    let config = bare.path().join("r.git/config");
    let text = std::fs::read_to_string(&config).expect("there").replace("bare = false", "bare = true");
    std::fs::write(&config, text).expect("written");
    let repo = Repository::discover(&bare.path().join("r.git")).expect("readable").expect("there");
    assert!(repo.work_tree().is_none());
    assert!(matches!(repo.staged(), Err(GitError::Bare)));
    let scope = repo.diff("main").expect("compared");
    assert_eq!(told(&scope.changes), ["Modified a.txt"]);
    let file = repo.read_new(&scope.changes.files[0], &mut Vec::new()).expect("readable").expect("there");
    assert!(matches!(file.origin(), firedoor_core::Origin::Commit(c) if c.id == hex(next)));
}

/// What the history of a repository adds: commit, path, text of the added lines.
fn added(repo: &Repository) -> Vec<(String, String, String)> {
    let seen = Mutex::new(Vec::new());
    repo.history(&HistoryRange::default(), &|file| {
        let firedoor_core::Origin::Commit(commit) = file.origin() else { panic!("not of a commit") };
        let lines: Vec<u32> = match file.changed() {
            Some(c) => c.0.iter().cloned().flatten().collect(),
            None => (1..=file.lines().lines()).collect(),
        };
        let text: Vec<_> = lines.iter().map(|l| file.line_text(*l).into_owned()).collect();
        seen.lock().expect("whole").push((commit.id.clone(), file.path().as_str().to_owned(), text.join("|")));
        true
    })
    .expect("readable");
    let mut seen = seen.into_inner().expect("whole");
    seen.sort();
    seen
}

#[test]
fn merges_give_only_what_was_written_while_merging() {
    let mut t = TestRepo::new();
    let root = t.commit(&[("a", "1\n"), ("b", "1\n"), ("c", "1\n")], &[]);
    let left = t.commit(&[("a", "left\n1\n"), ("b", "1\n"), ("c", "1\n")], &[root]);
    let right = t.commit(&[("a", "1\nright\n"), ("b", "1\n"), ("c", "1\n")], &[root]);
    let third = t.commit(&[("a", "1\n"), ("b", "1\nthird\n"), ("c", "1\n")], &[root]);
    let octopus =
        t.commit(&[("a", "left\n1\nevil\nright\n"), ("b", "1\nthird\n"), ("c", "1\n")], &[left, right, third]);
    t.branch("main", octopus);
    let seen = added(&t.open());
    let of = |id: ObjectId| {
        let of: Vec<_> = seen.iter().filter(|s| s.0 == hex(id)).map(|s| format!("{}:{}", s.1, s.2)).collect();
        of.join(" ")
    };
    assert_eq!(of(octopus), "a:evil");
    assert_eq!((of(left), of(right), of(third)), ("a:left".into(), "a:right".into(), "b:third".into()));
    assert!(of(root).contains("a:1"));
}

#[test]
fn renames_add_nothing_and_odd_names_survive() {
    let mut t = TestRepo::new();
    let root = t.commit(&[("old", LONG), ("caf\u{e9}", "x\n")], &[]);
    let moved = t.commit(&[("d/new", LONG), ("caf\u{e9}", "x\ny\n")], &[root]);
    t.branch("main", moved);
    let seen: Vec<_> = added(&t.open()).into_iter().filter(|s| s.0 == hex(moved)).collect();
    assert_eq!(seen.len(), 1);
    assert_eq!((seen[0].1.as_str(), seen[0].2.as_str()), ("caf\u{fffd}", "y"));
    let info = commit::info(&t.repo, moved);
    assert_eq!((info.author.as_str(), info.summary.as_str()), ("Ann <ann@example.org>", "A change"));
}

#[test]
fn a_shallow_clone_says_what_to_fetch() {
    let mut t = TestRepo::new();
    let root = t.commit(&[("a", "1\n")], &[]);
    let main = t.commit(&[("a", "1\nm\n")], &[root]);
    let topic = t.commit(&[("a", "1\nt\n")], &[root]);
    t.branch("main", main);
    t.branch("topic", topic);
    let git = t.repo.git_dir().to_owned();
    std::fs::write(git.join("HEAD"), "ref: refs/heads/topic\n").expect("written");
    t.checkout(&[("a", "1\nt\n")]);
    // Cut off behind both branches' last commits: the common ancestor is gone.
    let hex = root.to_string();
    std::fs::remove_file(git.join("objects").join(&hex[..2]).join(&hex[2..])).expect("removed");
    let mut cut = [main.to_string(), topic.to_string()];
    cut.sort();
    std::fs::write(git.join("shallow"), cut.join("\n") + "\n").expect("written");
    let repo = t.open();
    assert!(repo.is_shallow());
    assert_eq!(repo.root_commit_id(), None);
    let error = repo.diff("main").expect_err("no common ancestor").to_string();
    assert!(error.contains("git fetch --deepen=100 origin main"), "{error}");
    let error = repo.diff("other").expect_err("unknown").to_string();
    assert!(error.contains("git fetch --depth=100 origin other"), "{error}");
    assert_eq!(fetch_words("--deepen", "origin/main"), "--deepen=100 origin main");
    assert_eq!(fetch_words("--depth", "HEAD~2"), "--deepen=100");
    let history = repo.history(&HistoryRange::default(), &|_| true).expect("readable");
    assert_eq!((history.commits, history.files), (2, 2));
    assert_eq!(history.notices[0].code, "shallow-clone");

    // Within a range only what the base lacks counts as added, and the verdict is told that commits are missing.
    let seen = Mutex::new(Vec::new());
    let range = HistoryRange::parse("main..topic");
    let history = repo
        .history(&range, &|file| {
            seen.lock().expect("whole").push(file.changed().map(|c| c.0.clone()));
            true
        })
        .expect("readable");
    assert_eq!(seen.into_inner().expect("whole"), [Some(vec![2..=2])]);
    assert_eq!(
        (history.notices[0].code, history.notices[0].level),
        ("shallow-range", firedoor_core::NoticeLevel::Error)
    );
}

#[test]
fn a_merge_commit_of_depth_two_is_whole_if_its_parents_are_there() {
    let mut t = TestRepo::new();
    let root = t.commit(&[("a", "1\n"), ("old", "x\n")], &[]);
    let main = t.commit(&[("a", "1\n2\n"), ("old", "x\n")], &[root]);
    let topic = t.commit(&[("a", "1\n2\nt\n"), ("old", "x\n")], &[main]);
    let merge = t.commit(&[("a", "1\n2\nt\n"), ("old", "x\n")], &[main, topic]);
    let git = t.repo.git_dir().to_owned();
    std::fs::write(git.join("HEAD"), format!("{merge}\n")).expect("written");
    t.checkout(&[("a", "1\n2\nt\n"), ("old", "x\n")]);
    let hex = root.to_string();
    std::fs::remove_file(git.join("objects").join(&hex[..2]).join(&hex[2..])).expect("removed");
    let mut cut = [main.to_string(), topic.to_string()];
    cut.sort();
    std::fs::write(git.join("shallow"), cut.join("\n") + "\n").expect("written");
    let repo = t.open();
    let scope = repo.diff("HEAD^1").expect("compared");
    assert_eq!(told(&scope.changes), ["Modified a"]);
    let seen = Mutex::new(Vec::new());
    let history = repo
        .history(&scope.commits, &|file| {
            seen.lock().expect("whole").push(file.path().as_str().to_owned());
            true
        })
        .expect("readable");
    assert_eq!((seen.into_inner().expect("whole"), history.notices.len()), (vec!["a".to_owned()], 0));
}

#[test]
fn a_missing_object_is_told_and_the_rest_is_judged() {
    let mut t = TestRepo::new();
    let root = t.commit(&[("a", "here\n"), ("b", "lost\n")], &[]);
    t.branch("main", root);
    let lost = t.repo.write_blob("lost\n").expect("written").to_string();
    std::fs::remove_file(t.repo.git_dir().join("objects").join(&lost[..2]).join(&lost[2..])).expect("removed");
    let history = t.open().history(&HistoryRange::default(), &|_| true).expect("readable");
    assert_eq!(history.files, 1);
    assert_eq!(history.notices[0].code, "unreadable-object");
    assert!(history.notices[0].message.contains("git fetch"));
}

#[test]
fn addresses_lose_their_credentials() {
    let check = |url: &str, expected: Option<&str>| assert_eq!(web_address(url).as_deref(), expected, "{url}");
    check("https://user:token@example.org/o/r.git", Some("https://example.org/o/r"));
    check("git@example.org:o/r.git", Some("https://example.org/o/r"));
    check("ssh://git@example.org:2222/o/r", Some("https://example.org/o/r"));
    check("https://example.org:8443/o/r/", Some("https://example.org:8443/o/r"));
    check("/srv/r.git", None);
    check("file:///srv/r.git", None);
    check("C:\\r", None);
}

#[test]
fn ranges_are_read() {
    let range = |tips: &[&str], hidden: &[&str]| HistoryRange {
        tips: tips.iter().map(|s| (*s).to_owned()).collect(),
        hidden: hidden.iter().map(|s| (*s).to_owned()).collect(),
    };
    assert_eq!(HistoryRange::parse("a..b"), range(&["b"], &["a"]));
    assert_eq!(HistoryRange::parse("a.."), range(&["HEAD"], &["a"]));
    assert_eq!(HistoryRange::parse("b"), range(&["b"], &[]));
    assert_eq!(HistoryRange::parse(""), HistoryRange::default());
}
