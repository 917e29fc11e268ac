#!/usr/bin/env python3
"""Findings of firedoor and its peers on the same lock files, one by one.

    bench/sca_compare.py FIREDOOR OSV_FOLDER LOCK_FILE...

OSV_FOLDER holds <Ecosystem>/all.zip. osv-scanner (version 1 or 2) gets the same archives as its local database. For each lock
file: packages, advisories of both, those that only one of them reports, and the CPU time of each. With cargo-audit on the
path, each Cargo.lock is also given to it, with the advisory database in $ADVISORY_DB (a clone of RustSec/advisory-db).
"""

import json
import os
import pathlib
import resource
import shutil
import subprocess
import sys
import tempfile


def run(command, times=1):
    """The output, and the smallest CPU time of so many runs."""
    best = None
    for _ in range(times):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        best = min(best or cpu, cpu)
    return done.stdout, best


def norm(ecosystem, name):
    return name.lower().replace("_", "-").replace(".", "-") if ecosystem == "PyPI" else name


def ours(firedoor, database, lock):
    text, cpu = run([firedoor, "sca", "--no-config", "--format", "json", "--db", database, str(lock)], 5)
    out = {}
    for finding in json.loads(text)["findings"]:
        d = finding["dependency"]
        key = (norm(d["ecosystem"], d["name"]), d["version"].removeprefix("v"))
        out.setdefault(key, []).append({finding["rule"], *d["advisories"]})
    return out, cpu


def osv_scanner(folder, lock):
    version = subprocess.run(["osv-scanner", "--version"], capture_output=True, text=True, check=False).stdout
    os.environ["OSV_SCANNER_LOCAL_DB_CACHE_DIRECTORY"] = folder
    if "version: 1." in version:
        command = ["osv-scanner", "--experimental-offline", "--format", "json"]
    else:
        command = ["osv-scanner", "scan", "source", "--offline", "--format", "json"]
    text, cpu = run([*command, "-L", str(lock)], 2)
    out = {}
    for result in (json.loads(text or "{}").get("results") or []):
        for package in result["packages"]:
            p = package["package"]
            key = (norm(p["ecosystem"], p["name"]), p["version"].removeprefix("v"))
            ids = [{v["id"], *v.get("aliases", [])} for v in package.get("vulnerabilities") or []]
            out.setdefault(key, []).extend(ids)
    return out, cpu


def cargo_audit(lock):
    command = ["cargo-audit", "audit", "--no-fetch", "--stale", "--json", "--db", os.environ["ADVISORY_DB"]]
    text, cpu = run([*command, "--file", str(lock)], 3)
    out = {}
    report = json.loads(text)
    warned = [w for kind in report["warnings"].values() for w in kind]
    for item in report["vulnerabilities"]["list"] + warned:
        if item.get("advisory"):
            key = (item["package"]["name"], item["package"]["version"])
            out.setdefault(key, []).append({item["advisory"]["id"], *item["advisory"]["aliases"]})
    return out, cpu


def only(one, other):
    """Advisories of one that the other does not name by any id."""
    known = {key: set().union(*groups) for key, groups in other.items() if groups}
    return sorted(
        f"{key[0]} {key[1]}: {min(ids)}" for key, groups in one.items() for ids in groups if not ids & known.get(key, set())
    )


def main():
    firedoor, source, locks = os.path.abspath(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve(), sys.argv[3:]
    with tempfile.TemporaryDirectory() as folder:
        database = f"{folder}/firedoor"
        run([firedoor, "db", "import", str(source), "--db", database])
        local = pathlib.Path(folder) / "osv-scanner"
        for archive in source.glob("*/all.zip"):
            (local / archive.parent.name).mkdir(parents=True)
            shutil.copy(archive, local / archive.parent.name / "all.zip")
        print("| lock file | peer | ours | theirs | only ours | only theirs | CPU ms ours | CPU ms theirs | times |")
        print("|---|---|--:|--:|--:|--:|--:|--:|--:|")
        details = []
        for lock in locks:
            mine, cpu = ours(firedoor, database, lock)
            peers = []
            if shutil.which("osv-scanner"):
                peers.append(("osv-scanner", osv_scanner(folder, lock)))
            if shutil.which("cargo-audit") and lock.endswith("Cargo.lock") and "ADVISORY_DB" in os.environ:
                peers.append(("cargo-audit", cargo_audit(lock)))
            for name, (theirs, peer_cpu) in peers:
                extra, missing = only(mine, theirs), only(theirs, mine)
                count = lambda found: sum(len(groups) for groups in found.values())
                shown = "/".join(pathlib.Path(lock).parts[-2:])
                print(
                    f"| {shown} | {name} | {count(mine)} | {count(theirs)} | {len(extra)} | {len(missing)} "
                    f"| {cpu * 1000:.0f} | {peer_cpu * 1000:.0f} | {peer_cpu / cpu:.0f} |",
                    flush=True,
                )
                details += [f"{shown}: only ours: {e}" for e in extra] + [f"{shown}: only {name}: {m}" for m in missing]
        print("\n" + "\n".join(details))


if __name__ == "__main__":
    main()
