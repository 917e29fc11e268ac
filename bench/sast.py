#!/usr/bin/env python3
"""Times `firedoor sast` against a floor in the same run: walking, reading and parsing the same files, nothing else.

    bench/sast.py TREE [--languages python,javascript] [--rules PATH] [--binary target/release/firedoor]
                  [--floor target/release/examples/parse_floor] [--runs 3] [--semgrep PATH] [--foxguard PATH]
                  [-- FLAG ...]

The commands run in turn, so that a machine whose speed drifts slows all of them; CPU seconds (user + system, children
included) are taken from the operating system. Quote the ratio, not the seconds. `--rules` replaces the built-in pack;
only then can `--semgrep` (two processes, no network) and `--foxguard` take part, once, with the same rules. Build with
`cargo build --release` and `cargo build --release -p firedoor-sast --example parse_floor`.

First numbers: see bench/README.md.
"""
import argparse, json, os, statistics, subprocess, sys, time


def run(command, output=subprocess.DEVNULL):
    start = time.monotonic()
    done = subprocess.Popen(command, stdout=output, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(done.pid, 0)
    wall = time.monotonic() - start
    code = os.waitstatus_to_exitcode(status)
    return dict(cpu=usage.ru_utime + usage.ru_stime, wall=wall, mb=usage.ru_maxrss / 1024, code=code)


def findings(command):
    """Number of results of one more run, from its JSON."""
    done = subprocess.run(command, capture_output=True)
    try:
        report = json.loads(done.stdout)
    except ValueError:
        return "?"
    return len(report if isinstance(report, list) else report.get("findings", report.get("results", [])))


def main():
    split = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree")
    parser.add_argument("--languages", default="")
    parser.add_argument("--rules")
    parser.add_argument("--binary", default="target/release/firedoor")
    parser.add_argument("--floor", default="target/release/examples/parse_floor")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--semgrep")
    parser.add_argument("--foxguard")
    arguments = parser.parse_args(sys.argv[1:split])
    extra = sys.argv[split + 1:]
    rules = ["--rules", arguments.rules] if arguments.rules else []
    ours = [arguments.binary, "sast", "--no-ignore", "--quiet", "--fail-on", "never", "--allow-incomplete", *rules, *extra]
    commands = {
        "parse floor": [arguments.floor, arguments.tree, arguments.languages],
        "firedoor sast": [*ours, arguments.tree],
        "  one thread": [*ours, "--jobs", "1", arguments.tree],
    }
    samples = {name: [] for name in commands}
    for turn in range(arguments.runs + 1):
        for name, command in commands.items():
            sample = run(command)
            if turn:  # the first turn warms the page cache
                samples[name].append(sample)
    counts = {"firedoor sast": findings([*ours, "--format", "json", arguments.tree])}
    if arguments.semgrep and arguments.rules:
        peer = [arguments.semgrep, "scan", "--metrics", "off", "--disable-version-check", "-j", "2", "--no-git-ignore", "--quiet", "--config", arguments.rules, "--json", arguments.tree]
        samples["semgrep -j 2"] = [run(peer)]
        counts["semgrep -j 2"] = findings(peer)
    if arguments.foxguard and arguments.rules:
        peer = [arguments.foxguard, "--no-builtins", "--rules", arguments.rules, "--format", "json", arguments.tree]
        samples["foxguard"] = [run(peer)]
        counts["foxguard"] = findings(peer)
    print(subprocess.run(commands["parse floor"], capture_output=True, text=True).stdout.strip(), f"median of {arguments.runs}")
    floor = statistics.median(s["cpu"] for s in samples["parse floor"])
    print(f"{'command':<16} {'CPU s':>8} {'x floor':>8} {'wall s':>7} {'peak MB':>8} {'findings':>9}  exit")
    for name, rows in samples.items():
        cpu = statistics.median(r["cpu"] for r in rows)
        wall = statistics.median(r["wall"] for r in rows)
        print(f"{name:<16} {cpu:>8.2f} {cpu / floor:>8.1f} {wall:>7.2f} {max(r['mb'] for r in rows):>8.0f} {counts.get(name, ''):>9}  {rows[0]['code']}")


main()
