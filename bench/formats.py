#!/usr/bin/env python3
"""No time, but truth: every report format of one scan, read by schemas and parsers that are not ours.

    bench/formats.py SCHEMAS TREE... [--binary target/release/firedoor] [--out FOLDER]

SCHEMAS is a folder with what the formats' owners publish; what is not in it is skipped, and that is said:

    semgrep.json     semgrep/semgrep-interfaces, semgrep_output_v1.jsonschema
    rdjson.json      reviewdog/reviewdog, proto/rdf/jsonschema/DiagnosticResult.json
    junit-10.xsd     jenkinsci/xunit-plugin (Ant's schema refuses attributes that Jenkins and GitLab read)
    sast-report-format.json, secret-detection-report-format.json, dependency-scanning-report-format.json
                     GitLab's security-report-schemas, also in gitlabhq/gitlabhq

GitLab's rules are written down here, too (version 15.0.7), because its files are hard to come by. Ends with 1 if anything
is wrong. Needs the Python packages jsonschema, junitparser and xmlschema. SARIF has a check of its own: GitHub's upload
action and Microsoft's `sarif-multitool validate --rule-kind "Sarif;Ghas"`.
"""
import argparse, csv, html.parser, io, json, os, re, subprocess, sys, tempfile
from pathlib import Path

import jsonschema, junitparser, xmlschema

FORMATS = ("text json jsonl sarif sarif-github github markdown junit gitlab-sast gitlab-secrets gitlab-dependencies codeclimate "
           "csv rdjson semgrep-json gitleaks-json html").split()
GITLAB = {"gitlab-sast": "sast", "gitlab-secrets": "secret_detection", "gitlab-dependencies": "dependency_scanning"}
URL = re.compile(r"^(https?|ftp)://.+")
TIME = re.compile(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$")
CATEGORIES = {"Bug Risk", "Clarity", "Compatibility", "Complexity", "Duplication", "Performance", "Security", "Style"}


class Wrong(list):
    """What is wrong with a report."""

    def need(self, condition, what):
        if not condition:
            self.append(what)


def text(value):
    return isinstance(value, str) and value != ""


def gitlab(report, kind):
    wrong, scan = Wrong(), report["scan"]
    need = wrong.need
    need(re.match(r"^[0-9]+\.[0-9]+\.[0-9]+$", report["version"]), "version")
    need(re.match("^https?://.+", report["schema"]), "schema")
    need(scan["type"] == kind, "type")
    need(scan["status"] in ("success", "failure"), "status")
    need(TIME.match(scan["start_time"]) and TIME.match(scan["end_time"]), "time")
    for who in ("analyzer", "scanner"):
        for key in ("id", "name", "version"):
            need(text(scan[who][key]), f"{who} {key}")
        need(text(scan[who]["vendor"]["name"]), "vendor")
        need(re.match("^https?://.+", scan[who]["url"]), "url")
    for message in scan.get("messages", []):
        need(message["level"] in ("info", "warn", "fatal") and text(message["value"]), "message")
    ids = set()
    for v in report["vulnerabilities"]:
        need(text(v["id"]) and v["id"] not in ids, f"id twice {v['id']}")
        ids.add(v["id"])
        need(len(v.get("name", "")) <= 255, "name")
        need(len(v.get("description", "")) <= 1048576, "description")
        need(len(v.get("solution", "")) <= 7000, "solution")
        need(v["severity"] in "Info Unknown Low Medium High Critical".split(), "severity")
        need(len(v["identifiers"]) >= 1, "identifiers")
        for i in v["identifiers"]:
            need(all(text(i[key]) for key in ("type", "name", "value")), "identifier")
            need(URL.match(i.get("url", "ftp://x")), "identifier url")
        for link in v.get("links", []):
            need(URL.match(link["url"]), f"link {link['url']}")
        for item in v.get("tracking", {"type": "source", "items": []})["items"]:
            need(len(item["signatures"]) >= 1, "signatures")
            need(all(isinstance(s[key], str) for s in item["signatures"] for key in ("algorithm", "value")), "signature")
        place = v["location"]
        need(isinstance(place.get("file", ""), str), "file")
        for key in ("start_line", "end_line"):
            need(isinstance(place.get(key, 1), (int, float)), key)
        if kind == "secret_detection":
            need(text(place["commit"]["sha"]), "commit")
            need(all(isinstance(place["commit"].get(key, ""), str) for key in ("author", "date", "message")), "commit")
        if kind == "dependency_scanning":
            need(text(place["file"]), "file")
            need(text(place["dependency"]["package"]["name"]) and isinstance(place["dependency"]["version"], str), "dependency")
            need(isinstance(place["dependency"].get("direct", True), bool), "direct")
    for file in report["dependency_files"] if kind == "dependency_scanning" else []:
        need(text(file["path"]) and text(file["package_manager"]), "dependency file")
        need(all(text(p["package"]["name"]) and isinstance(p["version"], str) for p in file["dependencies"]), "dependencies")
    return wrong


def codeclimate(issues):
    wrong, seen = Wrong(), set()
    for issue in issues:
        place = issue["location"]
        wrong.need(issue["type"] == "issue" and text(issue["check_name"]) and text(issue["description"]), "field")
        wrong.need(issue["severity"] in "info minor major critical blocker".split(), "severity")
        wrong.need(issue["categories"] and set(issue["categories"]) <= CATEGORIES, "categories")
        wrong.need(not place["path"].startswith(("/", "./")), f"path {place['path']}")
        if "lines" in place:
            wrong.need(1 <= place["lines"]["begin"] <= place["lines"]["end"], "lines")
        else:
            wrong.need(place["positions"]["begin"]["line"] <= place["positions"]["end"]["line"], "positions")
        wrong.need(text(issue["fingerprint"]) and issue["fingerprint"] not in seen, f"fingerprint twice: {place['path']}")
        seen.add(issue["fingerprint"])
    return wrong


def junit(report):
    said, counted = (junitparser.JUnitXml.fromstring(report.encode()) for _ in range(2))
    counted.update_statistics()
    counts = [(x.tests, x.failures, x.errors, x.skipped) for x in (said, counted)]
    return [] if counts[0] == counts[1] else [f"says {counts[0]}, holds {counts[1]}"]


class Page(html.parser.HTMLParser):
    """Tags that stay open and whatever a page would load."""

    VOID = {"meta", "link", "br", "input", "img", "hr", "path", "rect", "circle", "line"}

    def __init__(self):
        super().__init__()
        self.open, self.wrong = [], Wrong()

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        loads = given.get("src") or (given.get("href") if tag in ("link", "use", "image") else None)
        self.wrong.need(not loads or loads.startswith(("data:", "#")), f"loads {loads}")
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in self.VOID:
            self.wrong.need(self.open and self.open.pop() == tag, f"</{tag}>")


def page(report):
    reader = Page()
    reader.feed(report)
    reader.close()
    return reader.wrong + reader.open


def table(report, findings):
    rows = list(csv.reader(io.StringIO(report), strict=True))
    return [] if len(rows) == findings + 1 and len({len(r) for r in rows}) == 1 else [f"{len(rows)} rows of {findings} findings"]


def by_schema(schema, report):
    validator = jsonschema.validators.validator_for(schema)(schema)
    return [f"{'/'.join(map(str, e.path))}: {e.message[:200]}" for e in validator.iter_errors(report)]


def check(reports, schemas, own):
    """What is wrong, by format and reader."""
    parsed = {f: json.loads(reports[f]) for f in FORMATS if f in GITLAB or "json" in f and f != "jsonl" or f == "codeclimate"}
    findings = parsed["json"]["summary"]["findings"]
    out = {
        "json": by_schema(own, parsed["json"]),
        "jsonl": [] if all(isinstance(json.loads(line), dict) for line in reports["jsonl"].splitlines()) else ["no objects"],
        "csv": table(reports["csv"], findings),
        "codeclimate": codeclimate(parsed["codeclimate"]),
        "junit (junitparser)": junit(reports["junit"]),
        "html": page(reports["html"]),
        "markdown": [] if len(reports["markdown"].encode()) < 1 << 20 else ["1 MiB or more"],
    }
    for form, kind in GITLAB.items():
        out[form] = gitlab(parsed[form], kind)
        if (file := schemas / f"{kind.replace('_', '-')}-report-format.json").exists():
            out[f"{form} (GitLab's schema)"] = by_schema(json.loads(file.read_text()), parsed[form])
    for form, name in (("rdjson", "rdjson.json"), ("semgrep-json", "semgrep.json")):
        if (schemas / name).exists():
            out[form] = by_schema(json.loads((schemas / name).read_text()), parsed[form])
    if (file := schemas / "junit-10.xsd").exists():
        errors = xmlschema.XMLSchema(str(file)).iter_errors(reports["junit"])
        out["junit (Jenkins)"] = [f"{e.path}: {str(e.reason)[:150]}" for e in errors]
    return findings, out


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("schemas", type=Path)
    parser.add_argument("tree", nargs="+")
    parser.add_argument("--binary", default="target/release/firedoor")
    parser.add_argument("--out", type=Path, help="keep the reports there")
    arguments = parser.parse_args()
    binary = os.path.abspath(arguments.binary)
    own = json.loads((Path(__file__).parent.parent / "schemas/report.schema.json").read_text())
    files = "semgrep.json rdjson.json junit-10.xsd".split() + [f"{k.replace('_', '-')}-report-format.json" for k in GITLAB.values()]
    for name in files:
        if not (arguments.schemas / name).exists():
            print(f"not there, skipped: {name}")
    wrong = 0
    with tempfile.TemporaryDirectory() as temporary:
        out = arguments.out or Path(temporary)
        out.mkdir(parents=True, exist_ok=True)
        for tree in arguments.tree:
            paths = {f: out / f"{Path(tree).name}.{f}" for f in FORMATS}
            flags = [f"--report={f}={path.absolute()}" for f, path in paths.items()]
            run = subprocess.run([binary, "scan", "--no-config", "--quiet", *flags], cwd=tree, capture_output=True, text=True)
            if run.returncode not in (0, 1, 3):
                raise SystemExit(f"{tree}: exit {run.returncode}: {run.stderr}")
            reports = {f: path.open(encoding="utf-8", newline="").read() for f, path in paths.items()}
            findings, results = check(reports, arguments.schemas, own)
            bad = {name: errors for name, errors in results.items() if errors}
            wrong += sum(map(len, bad.values()))
            print(f"{tree}: exit {run.returncode}, {findings} findings, {len(results)} checks, {len(bad)} of them failed")
            for name, errors in bad.items():
                print(f"    {name}: {len(errors)}", *errors[:4], sep="\n        ")
    sys.exit(wrong > 0)


main()
