#!/usr/bin/env python3
"""Truth, not time: the whole of the dependency engine's development data, through the binary as a user runs it.

    bench/sca_data.py FIREDOOR DATA

DATA holds `lockfiles/*/manifest.json` (lock files with the packages that they must list), `versions/index.json` (files of
`A < B` lines with their ecosystems), `match/*.jsonl` (package versions with the advisories that they must get) and
`osv/<Ecosystem>/all.zip`. Every deviation is printed. Packages marked `required: false` may be listed or not.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile


def run(command, **kwargs):
    return subprocess.run(command, capture_output=True, text=True, check=False, **kwargs)


def lock_files(firedoor, folder):
    cases = json.loads((folder / "manifest.json").read_text())
    bad = expected = 0
    for case in cases:
        top, _, name = case["path"].partition("/")
        done = run([firedoor, "sca", "--no-config", "--installed", "--list-packages", "--format", "json", "."], cwd=folder / top)
        listed = [p for p in json.loads(done.stdout or "[]") if p["path"].endswith(name)]
        got = {}
        for package in listed:
            got.setdefault((package["name"], package["version"]), []).append(package)
        problems, wanted = [], set()
        for want in case["expected"]:
            expected += 1
            key = (want["name"], want.get("version") or "")
            wanted.add(key)
            found = got.get(key)
            if found is None:
                if want.get("required") is not False:
                    problems.append(f"missing {key}")
                continue
            if not any(p["ecosystem"].startswith(want.get("ecosystem") or "") for p in found):
                problems.append(f"ecosystem of {key}: {found[0]['ecosystem']}, expected {want['ecosystem']}")
            if want.get("line") and all(p["line"] != want["line"] for p in found):
                problems.append(f"line of {key}: {found[0]['line']}, expected {want['line']}")
            if "groups" in want and all(p["groups"] != want["groups"] for p in found):
                problems.append(f"groups of {key}: {found[0]['groups']}, expected {want['groups']}")
        problems += [f"more {key} ({got[key][0]['source']})" for key in sorted(set(got) - wanted)]
        if problems:
            bad += 1
            print(f"{folder.name}/{case['path']}: {len(case['expected'])} expected")
            for problem in problems[:12]:
                print(f"   {problem}")
    print(f"{folder.name}: {len(cases)} files with {expected} packages, {bad} with deviations\n", flush=True)


def versions(firedoor, folder):
    total = wrong = 0
    for file, ecosystems in json.loads((folder / "index.json").read_text()).items():
        lines = [line.split() for line in (folder / file).read_text().splitlines()]
        lines = [line for line in lines if len(line) == 3 and line[1] in "<=>"]
        for ecosystem in ecosystems:
            given = "".join(f"{a} {b}\n" for a, _, b in lines)
            answers = run([firedoor, "sca", "compare-versions", "--ecosystem", ecosystem], input=given).stdout.split()
            total += len(lines)
            for (a, want, b), got in zip(lines, answers, strict=True):
                if got != want:
                    wrong += 1
                    print(f"{ecosystem}: {a} {want} {b}: got {got}")
    print(f"versions: {total} comparisons, {wrong} wrong\n", flush=True)


def matches(firedoor, database, file):
    cases = [json.loads(line) for line in file.read_text().splitlines()]
    given = "".join(f"{c['ecosystem']}\t{c['name']}\t{c['version']}\n" for c in cases)
    lines = run([firedoor, "sca", "match", "--db", database, "--offline"], input=given).stdout.splitlines()
    wrong = 0
    for case, line in zip(cases, lines, strict=True):
        want = case["ids"] if "ids" in case else case["ids_in_snapshot"]
        got = [i for i in line.split("\t")[3].split(",") if i]
        if got != sorted(want):
            wrong += 1
            print(f"{case['ecosystem']} {case['name']} {case['version']}: missing {sorted(set(want) - set(got))}, "
                  f"more {sorted(set(got) - set(want))}")
    print(f"{file.name}: {len(cases)} package versions, {wrong} with other advisories\n", flush=True)


def main():
    firedoor, data = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    for manifest in sorted(data.glob("lockfiles/*/manifest.json")):
        lock_files(firedoor, manifest.parent)
    versions(firedoor, data / "versions")
    with tempfile.TemporaryDirectory() as database:
        print(run([firedoor, "db", "import", str(data / "osv"), "--db", f"{database}/db"]).stderr)
        for file in sorted((data / "match").glob("*.jsonl")):
            matches(firedoor, f"{database}/db", file)


if __name__ == "__main__":
    main()
