#!/usr/bin/env python3
"""Times `firedoor scan` against a floor in the same run: `rg -c` of one literal over the same tree.

    bench/scan.py TREE [--binary target/release/firedoor] [--runs 5] [-- FLAG ...]

Both commands run in turn, so that a machine whose speed drifts slows both; CPU seconds (user + system) of the finished
process are taken from the operating system. Quote the ratio, not the seconds. Needs ripgrep on PATH and a release build.

First numbers: see bench/README.md.
"""
import argparse, os, resource, statistics, subprocess, sys, time


def run(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    done = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(done.pid, 0)
    wall = time.monotonic() - start
    code = os.waitstatus_to_exitcode(status)
    return dict(cpu=usage.ru_utime + usage.ru_stime, wall=wall, mb=usage.ru_maxrss / 1024, code=code)


def main():
    split = sys.argv.index("--") if "--" in sys.argv else len(sys.argv)
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("tree")
    parser.add_argument("--binary", default="target/release/firedoor")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--literal", default="a literal that is nowhere")
    arguments = parser.parse_args(sys.argv[1:split])
    extra = sys.argv[split + 1:]
    commands = {"rg -c": ["rg", "-c", "--hidden", "--no-ignore", arguments.literal, arguments.tree]}
    for engine in ["secrets", "sast", "sca", "scan"]:
        commands[f"firedoor {engine}"] = [arguments.binary, engine, "--no-ignore", "--quiet", "--fail-on", "never", *extra, arguments.tree]
    samples = {name: [] for name in commands}
    for turn in range(arguments.runs + 1):
        for name, command in commands.items():
            sample = run(command)
            if turn:  # the first turn warms the page cache
                samples[name].append(sample)
    files = sum(len(f) for _, _, f in os.walk(arguments.tree))
    size = sum(os.path.getsize(os.path.join(d, n)) for d, _, f in os.walk(arguments.tree) for n in f if not os.path.islink(os.path.join(d, n)))
    print(f"{arguments.tree}: {files} files, {size / 1e6:.1f} MB, median of {arguments.runs}")
    floor = statistics.median(s["cpu"] for s in samples["rg -c"])
    print(f"{'command':<18} {'CPU s':>7} {'x floor':>8} {'wall s':>7} {'peak MB':>8}  exit")
    for name, rows in samples.items():
        cpu = statistics.median(r["cpu"] for r in rows)
        wall = statistics.median(r["wall"] for r in rows)
        print(f"{name:<18} {cpu:>7.2f} {cpu / floor:>8.1f} {wall:>7.2f} {max(r['mb'] for r in rows):>8.0f}  {rows[0]['code']}")


main()
