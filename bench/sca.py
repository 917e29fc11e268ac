#!/usr/bin/env python3
"""CPU seconds and memory of the dependency engine.

    bench/sca.py FIREDOOR [CARGO_LOCK [OSV_FOLDER]]

Times a made-up package-lock.json of 2,000 packages and 67 lock files of 8,400 packages; with a Cargo.lock also
`cargo audit --no-fetch` on the same file, if it is installed (with the clone of RustSec/advisory-db in $ADVISORY_DB); with a folder of <Ecosystem>/all.zip also the import.
Each command runs five times, the smallest CPU time counts.
"""

import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile


def lock(packages, seed):
    """A lock file of that many packages, every hundredth of them a real vulnerable one."""
    tree = {"": {"name": f"app-{seed}"}}
    for i in range(packages):
        name, version = (f"pkg-{seed}-{i}", "1.2.3") if i % 100 else ("jquery", f"3.{i // 100 % 5}.0")
        folder = f"node_modules/h{i}/node_modules/{name}" if i % 100 == 0 else f"node_modules/{name}"
        tree[folder] = {
            "version": version,
            "resolved": f"https://registry.example/{name}/-/{name}-{version}.tgz",
            "integrity": "sha512-" + "A" * 86 + "==",
            "dependencies": {f"pkg-{seed}-{(i * 17) % packages}": "^1.0.0"},
        }
    return json.dumps({"lockfileVersion": 3, "packages": tree}, indent=2)


def measure(command, cwd):
    best, memory = None, 0
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        best, memory = min(best or cpu, cpu), after.ru_maxrss
    return best, memory


def main():
    firedoor = os.path.abspath(sys.argv[1])
    print("| what | CPU ms | MB so far |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        one, many = root / "one", root / "many"
        one.mkdir()
        (one / "package-lock.json").write_text(lock(2000, 0))
        for i in range(67):
            (many / str(i)).mkdir(parents=True)
            (many / str(i) / "package-lock.json").write_text(lock(8400 // 67, i))

        def row(what, command, cwd):
            cpu, memory = measure(command, cwd)
            print(f"| {what} | {cpu * 1000:.1f} | {memory / 1024:.1f} |", flush=True)
            return cpu

        row("nothing but start (`--version`)", [firedoor, "--version"], one)
        row("2,000 packages", [firedoor, "sca", "."], one)
        row("67 lock files, 8,400 packages", [firedoor, "sca", "."], many)
        if len(sys.argv) > 2:
            cargo = root / "cargo"
            cargo.mkdir()
            shutil.copy(sys.argv[2], cargo / "Cargo.lock")
            ours = row("a Cargo.lock", [firedoor, "sca", "."], cargo)
            if shutil.which("cargo-audit"):
                audit = ["cargo-audit", "audit", "--no-fetch", "--stale"]
                if "ADVISORY_DB" in os.environ:
                    audit += ["--db", os.environ["ADVISORY_DB"]]
                theirs = row("the same, `cargo audit --no-fetch`", audit, cargo)
                print(f"\ncargo audit costs {theirs / ours:.1f} times as much\n")
        if len(sys.argv) > 3:
            os.environ["XDG_DATA_HOME"] = str(root / "data")
            row("importing the snapshot", [firedoor, "db", "import", os.path.abspath(sys.argv[3])], root)


if __name__ == "__main__":
    main()
