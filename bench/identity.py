#!/usr/bin/env python3
"""Measures over a real project's history whether findings stay the same findings, and whether new ones hide.

    bench/identity.py REPOSITORY [--binary target/release/firedoor] [--commits 200] [--language python]

For each of the last commits (first parents, no merges) `firedoor scan --diff HEAD~1` runs with a rule that finds every
call, so that there is a lot to tell apart. What is true comes from `git diff -M`: a finding none of whose lines the commit
added must be `existing` (else it was lost: an old finding blocks as new); one that begins in an added line may be `existing` only if
the commit also removed an equal line (a moved or re-indented one), else a new finding hides. Findings in equal lines of
one file cannot be told apart, so they are counted; git may also show an old statement as added where the same one was added
beside it, or wrapped anew: as many known findings of one text as the old files held of it hide nothing. REPOSITORY may be
bare; it is cloned into a temporary folder. Needs git.
"""
import argparse, collections, json, os, re, subprocess, tempfile

KNOWN = {"existing", "unchanged", "updated"}
RULE = "rules:\n  - {id: call, languages: [%s], severity: ERROR, message: A call., pattern: $F(...)}\n"


def git(cwd, *arguments):
    done = subprocess.run(["git", *arguments], cwd=cwd, capture_output=True, check=True)
    return done.stdout.decode("utf-8", "replace")


def change(cwd):
    """Added line numbers by path, and how often each text was removed (without indentation)."""
    added, removed, path, line = collections.defaultdict(set), collections.Counter(), None, 0
    for row in git(cwd, "diff", "-M", "-w", "--unified=0", "--no-color", "HEAD~1", "HEAD").split("\n"):
        if row.startswith("+++ "):
            path = row[6:].strip('"') if row.startswith("+++ b/") else None
        elif row.startswith("@@"):
            line = int(re.match(r"@@ -\S+ \+(\d+)", row).group(1))
        elif row.startswith("+") and not row.startswith("+++"):
            added[path].add(line)
            line += 1
        elif row.startswith("-") and not row.startswith("---"):
            removed[squeeze(row[1:])] += 1
    return added, removed


def squeeze(text):
    """What a line is but for what formatters and remarks change: white space, quotes, what ends it."""
    remark = r"""(?<=[\s;),{}\]])(#|//|/\*)[\w\s:,.;@/()\[\]=#*!&|+~-]*$"""
    text = "".join("".join(re.sub(remark, "", line) for line in text.split("\n")).split()).replace("'", '"')
    return re.sub(r",([)\]}])", r"\1", text).rstrip(",;")


def old_text(cwd):
    """The files that the commit touches as they were, without white space."""
    names = git(cwd, "diff", "-M", "--name-status", "-z", "HEAD~1", "HEAD").split("\0")
    out, at = [], 0
    while at + 1 < len(names):
        status, path = names[at], names[at + 1]
        at += 3 if status[0] in "RC" else 2
        if status[0] != "A":
            out.append(squeeze(git(cwd, "show", f"HEAD~1:{path}")))
    return "\n".join(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repository")
    parser.add_argument("--binary", default="target/release/firedoor")
    parser.add_argument("--commits", type=int, default=200)
    parser.add_argument("--language", default="python")
    arguments = parser.parse_args()
    binary = os.path.abspath(arguments.binary)
    with tempfile.TemporaryDirectory() as temporary:
        work = os.path.join(temporary, "work")
        subprocess.run(["git", "clone", "-q", arguments.repository, work], check=True)
        rule = os.path.join(temporary, "rule.yaml")
        open(rule, "w").write(RULE % arguments.language)
        commits = git(work, "rev-list", "--no-merges", f"--max-count={arguments.commits}", "HEAD").split()
        old = kept = new = hidden = 0
        for commit in commits:
            git(work, "checkout", "-q", "--force", commit)
            if not git(work, "rev-list", "--parents", "-1", "HEAD").split()[1:]:
                continue
            run = subprocess.run([binary, "sast", "--diff", "HEAD~1", "--no-config", "--rules", rule, "--format", "json"],
                                 cwd=work, capture_output=True)
            if run.returncode not in (0, 1, 3):
                raise SystemExit(f"{commit}: exit {run.returncode}: {run.stderr.decode()}")
            added, removed = change(work)
            groups = collections.defaultdict(lambda: [0, 0, 0])
            texts, lines_of, suspects = collections.Counter(), collections.Counter(), collections.defaultdict(set)
            for finding in json.loads(run.stdout)["findings"]:
                place = finding["location"]
                lines = range(place["start_line"], place["end_line"] + 1)
                text = open(os.path.join(work, place["path"]), encoding="utf-8", errors="replace").read().split("\n")
                first = squeeze(text[place["start_line"] - 1])
                group = groups[place["path"], first]
                whole = squeeze("\n".join(text[place["start_line"] - 1 : place["end_line"]]))
                texts[whole] += finding["state"] in KNOWN
                lines_of[whole, place["path"], place["start_line"]] += 1
                suspects[place["path"], first].add(whole)
                if not added[place["path"]].intersection(lines):
                    group[0] += 1
                elif place["start_line"] in added[place["path"]] and first not in removed:
                    group[1] += 1
                else:
                    continue  # moved, re-indented, or changed inside: either is right
                group[2] += finding["state"] in KNOWN
            for (path, first), (was, came, known) in groups.items():
                old, new = old + was, new + came
                kept += min(was, known)
                if known > was:
                    before = old_text(work)
                    calls = {w: max(n for (other, *_), n in lines_of.items() if other == w) for w in suspects[path, first]}
                    more = sum(max(0, texts[w] - n * before.count(w)) for w, n in calls.items())
                    if more:
                        hidden += min(more, known - was)
                        print(f"hid: {commit[:10]} {path}: {first[:90]}")
        print(f"{len(commits)} commits: {kept} of {old} findings in untouched lines stayed the same ({100 * kept / max(old, 1):.2f} %), "
              f"{hidden} of {new} new ones hid")


main()
