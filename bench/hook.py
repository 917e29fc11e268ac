#!/usr/bin/env python3
"""Times what people wait for: the hook on 20 staged files, and a pull request of 30 changed files in a large repository.

    bench/hook.py TREE [--binary target/release/firedoor] [--runs 9]

TREE is copied into a temporary repository and committed; 20 files (then 30) of source code get a line of their own. The
floor, in the same run, is `git diff --cached --stat` (`git diff --stat BASE` for the pull request). CPU seconds and
milliseconds of wall-clock time are medians, each from a cold start of the process. Needs git and a release build.

First numbers: see bench/README.md.
"""
import argparse, os, shutil, statistics, subprocess, tempfile, time

CODE = (".py", ".js", ".ts", ".go", ".java", ".rb", ".php", ".c", ".rs")
COMMENT = {".py": "#", ".rb": "#"}


def run(command, cwd):
    start = time.monotonic()
    done = subprocess.Popen(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(done.pid, 0)
    return dict(cpu=usage.ru_utime + usage.ru_stime, wall=time.monotonic() - start, mb=usage.ru_maxrss / 1024,
                code=os.waitstatus_to_exitcode(status))


def git(cwd, *arguments):
    subprocess.run(["git", "-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "gc.auto=0", *arguments], cwd=cwd, check=True,
                   stdout=subprocess.DEVNULL)


def sources(tree):
    found = []
    for folder, _, names in os.walk(tree):
        if ".git" not in folder.split(os.sep):
            found += [os.path.join(folder, n) for n in names if n.endswith(CODE)]
    return sorted(p for p in found if not os.path.islink(p) and 1000 < os.path.getsize(p) < 60000)


def touch(files):
    for path in files:
        mark = COMMENT.get(os.path.splitext(path)[1], "//")
        with open(path, "ab") as f:
            f.write(f"\n{mark} changed\n".encode())


def table(title, commands, cwd, runs):
    samples = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            sample = run(command, cwd)
            if turn:  # the first turn warms the page cache
                samples[name].append(sample)
    print(f"\n{title}, median of {runs}")
    print(f"{'command':<34} {'CPU ms':>8} {'wall ms':>8} {'peak MB':>8}  exit")
    for name, rows in samples.items():
        cpu, wall = (statistics.median(r[k] for r in rows) * 1000 for k in ("cpu", "wall"))
        print(f"{name:<34} {cpu:>8.0f} {wall:>8.0f} {max(r['mb'] for r in rows):>8.0f}  {rows[0]['code']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree")
    parser.add_argument("--binary", default="target/release/firedoor")
    parser.add_argument("--runs", type=int, default=9)
    arguments = parser.parse_args()
    binary = os.path.abspath(arguments.binary)
    with tempfile.TemporaryDirectory() as temporary:
        repository = os.path.join(temporary, "repository")
        shutil.copytree(arguments.tree, repository, symlinks=True, ignore=shutil.ignore_patterns(".git"))
        git(repository, "init", "-q")
        git(repository, "add", "-A", "-f")
        git(repository, "commit", "-q", "-m", "base")
        files = sources(repository)
        step = max(1, len(files) // 30)
        lines = sum(open(p, "rb").read().count(b"\n") for p in files)
        print(f"{arguments.tree}: {len(files)} source files, {lines:,} lines")

        few = files[::step][:20]
        touch(few)
        git(repository, "add", "-A")
        floor = {"git diff --cached --stat": ["git", "diff", "--cached", "--stat"]}
        flags = ["--quiet", "--fail-on", "never"]
        table(f"{len(few)} staged files", floor | {
            "firedoor secrets --staged": [binary, "secrets", "--staged", *flags],
            "firedoor sca --staged": [binary, "sca", "--staged", *flags],
            "firedoor sast --staged": [binary, "sast", "--staged", *flags],
            "firedoor scan --staged": [binary, "scan", "--staged", *flags],
        }, repository, arguments.runs)

        git(repository, "reset", "-q", "--hard")
        touch(files[::step][:30])
        git(repository, "commit", "-q", "-a", "-m", "change")
        table("30 changed files of a pull request", {"git diff --stat HEAD~1": ["git", "diff", "--stat", "HEAD~1"],
              "firedoor scan --diff HEAD~1": [binary, "scan", "--diff", "HEAD~1", *flags]}, repository, arguments.runs)


main()
