#!/usr/bin/env python3
"""Times `firedoor secrets` against other scanners of secrets and a floor, over the same tree in one run.

    bench/secrets.py TREE [--history REPOSITORY] [--binary target/release/firedoor] [--runs 3] [--peer NAME=COMMAND ...]

The floor is `rg -c` of one literal. Peers that are on PATH are taken along (gitleaks, betterleaks, kingfisher,
detect-secrets); what is missing is left out. All commands run in turn, so that a machine whose speed drifts slows them
alike; CPU seconds (user + system) and the peak of memory are those that the operating system counts for the finished
process. Quote the ratios. `--peer 'name=command {}'` adds another program; `{}` stands for the tree.

First numbers: see bench/README.md.
"""
import argparse, os, shlex, shutil, statistics, subprocess, tempfile, time


def run(command, directory=None):
    start = time.monotonic()
    done = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=directory)
    _, status, usage = os.wait4(done.pid, 0)
    code = os.waitstatus_to_exitcode(status)
    return dict(cpu=usage.ru_utime + usage.ru_stime, wall=time.monotonic() - start, mb=usage.ru_maxrss / 1024, code=code)


def measure(title, commands, runs, floor_name):
    samples = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            sample = run(command)
            if turn or runs == 0:  # the first turn warms the page cache
                samples[name].append(sample)
    floor = statistics.median(s["cpu"] for s in samples[floor_name])
    print(f"\n{title}, median of {max(runs, 1)}")
    print(f"{'command':<22} {'CPU s':>8} {'ratio':>8} {'wall s':>8} {'peak MB':>8}  exit")
    for name, rows in samples.items():
        cpu = statistics.median(r["cpu"] for r in rows)
        wall = statistics.median(r["wall"] for r in rows)
        ratio = cpu / floor if floor else 0
        print(f"{name:<22} {cpu:>8.2f} {ratio:>8.1f} {wall:>8.2f} {max(r['mb'] for r in rows):>8.0f}  {rows[0]['code']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree")
    parser.add_argument("--history", help="a repository whose whole history is read too")
    parser.add_argument("--binary", default="target/release/firedoor")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--literal", default="a literal that is nowhere")
    parser.add_argument("--peer", action="append", default=[], metavar="NAME=COMMAND")
    parser.add_argument("--skip", action="append", default=[], metavar="NAME", help="a peer that is not to run")
    a = parser.parse_args()
    report = os.path.join(tempfile.mkdtemp(), "report.json")
    quiet = ["--quiet", "--fail-on", "never"]
    known = {
        "gitleaks": ["gitleaks", "dir", "--no-banner", "-l", "error", "--exit-code", "0", "-r", report, a.tree],
        "betterleaks": ["betterleaks", "dir", "--no-banner", "-l", "error", "--exit-code", "0", "-r", report, a.tree],
        "kingfisher": ["kingfisher", "scan", "--no-validate", "--no-update-check", "--git-history", "none", "-o", report, a.tree],
        "detect-secrets": ["detect-secrets", "scan", "--all-files", a.tree],
    }
    commands = {"rg -c": ["rg", "-c", "--hidden", "--no-ignore", a.literal, a.tree]}
    commands["firedoor secrets"] = [a.binary, "secrets", "--no-ignore", *quiet, a.tree]
    commands |= {name: c for name, c in known.items() if shutil.which(c[0]) and name not in a.skip}
    for peer in a.peer:
        name, _, command = peer.partition("=")
        commands[name] = [a.tree if word == "{}" else word for word in shlex.split(command)]
    sizes = [os.path.getsize(p) for d, _, names in os.walk(a.tree) for p in (os.path.join(d, n) for n in names) if not os.path.islink(p)]
    measure(f"{a.tree}: {len(sizes)} files, {sum(sizes) / 1e6:.1f} MB", commands, a.runs, "rg -c")

    if a.history:
        git = {
            "git log -p": ["git", "-C", a.history, "log", "-p", "-U0", "--all", "--no-ext-diff", "--no-textconv"],
            "firedoor --history": [a.binary, "secrets", "--history", *quiet, a.history],
        }
        if shutil.which("gitleaks") and "gitleaks" not in a.skip:
            git["gitleaks git"] = ["gitleaks", "git", "--no-banner", "-l", "error", "--exit-code", "0", "-r", report, a.history]
        if shutil.which("kingfisher") and "kingfisher" not in a.skip:
            git["kingfisher"] = ["kingfisher", "scan", "--no-validate", "--no-update-check", "-o", report, a.history]
        measure(f"{a.history}: history", git, min(a.runs, 1), "git log -p")


main()
