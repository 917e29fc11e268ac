#!/usr/bin/env bash
# Runs firedoor once, which writes every report, and turns what happened into outputs. It never fails because of
# findings or of a scan that went wrong: the gate step does.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$here/lib.sh"
enter_working_directory

work=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/firedoor.XXXXXX")
sarif=${FD_SARIF_FILE:-$work/firedoor.sarif}
case $sarif in
/* | [A-Za-z]:*) ;;
*) sarif=$PWD/$sarif ;;
esac
case $sarif in
*$'\n'* | *$'\r'*) die "\`sarif-file\` takes one path" ;;
*.sarif | *.sarif.json) ;;
# What an earlier run left there is removed: that must not be somebody's code.
*) die "\`sarif-file\` names a file that ends with .sarif or .sarif.json" ;;
esac
[ ! -e "$sarif" ] || [ -f "$sarif" ] || die "\`sarif-file\` names something that is no file"
json=$work/firedoor.json
summary=$work/summary.md
annotations=$work/annotations.txt
log=$work/log.txt

# A log may quote scanned files and servers: workflow commands in it are not obeyed.
show() {
  local stop
  stop=firedoor-$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  printf '::stop-commands::%s\n' "$stop"
  cat -- "$1"
  printf '\n::%s::\n' "$stop"
}

# Fetches the newest advisories of the ecosystems in use. What cannot be fetched is said, and the next best is taken: what
# the cache kept of an earlier run, else the snapshot in the binary. The mirror is never the configuration's: a change
# could name one there that knows no advisories.
update_database() {
  local mirror=${FD_MIRROR:-https://osv-vulnerabilities.storage.googleapis.com} failed=false instead
  "$FD_RUN" db update --db="$FD_DATABASE_FOLDER" --for=. "--mirror=$mirror" >"$work/update.txt" 2>&1 || failed=true
  show "$work/update.txt"
  instead='the snapshot in the binary is used'
  if [ -f "$FD_DATABASE_FOLDER/manifest.json" ]; then
    database=$FD_DATABASE_FOLDER
    instead='those of an earlier run are used'
  fi
  if [ "$failed" = true ]; then
    say warning "The advisories could not be updated: $instead, whose date is in the report."
  fi
}

database=
case ${FD_DATABASE:-} in
'' | embedded) ;;
update)
  case ",${FD_ENGINES// /}," in
  ,, | *,sca,*) update_database ;;
  esac
  ;;
*) database=$FD_DATABASE ;;
esac

# Values follow an equals sign and paths a double hyphen, so that none of them can be taken for a flag.
arguments=(scan --format=text --color=never "--report=json=$json" "--report=sarif-github=$sarif")
arguments+=("--report=markdown=$summary" "--report=github=$annotations" "--category=${FD_CATEGORY:-firedoor}")
[ -z "${FD_CONFIG:-}" ] || arguments+=("--config=$FD_CONFIG")
[ -z "${FD_ENGINES:-}" ] || arguments+=("--engines=${FD_ENGINES// /}")
[ -z "${FD_DIFF:-}" ] || arguments+=("--diff=$FD_DIFF")
[ -z "${FD_BASELINE:-}" ] || arguments+=("--baseline=$FD_BASELINE")
[ -z "${FD_FAIL_ON:-}" ] || arguments+=("--fail-on=$FD_FAIL_ON")
[ -z "${FD_MIN_CONFIDENCE:-}" ] || arguments+=("--min-confidence=$FD_MIN_CONFIDENCE")
[ -z "$database" ] || arguments+=("--db=$database")
while IFS= read -r line; do
  line=${line%$'\r'}
  [ -z "$line" ] || arguments+=("--rules=$line")
done <<<"${FD_RULES:-}"
while IFS= read -r line; do
  line=${line%$'\r'}
  [ -z "$line" ] || arguments+=("$line")
done <<<"${FD_EXTRA_ARGS:-}"
arguments+=(--)
while IFS= read -r line; do
  line=${line%$'\r'}
  [ -z "$line" ] || arguments+=("$line")
done <<<"${FD_PATH:-.}"

# An older report under the same name must not be taken for this run's.
rm -f -- "$sarif"
code=0
"$FD_RUN" "${arguments[@]}" >"$log" 2>&1 || code=$?

show "$log"

case $code in
0) result=pass ;;
1) result=fail ;;
*) result=error ;;
esac
# The report says the same as the exit code, or the scan did not do what it should have done.
outputs=
if [ -s "$json" ]; then
  outputs=$("$FD_RUN" report-outputs -- "$json") || outputs=
fi
verdict=$(sed -n 's/^verdict=//p' <<<"$outputs")
if [ "$result" = pass ] && [ "$verdict" != pass ]; then
  # With --allow-incomplete the exit code is 0 and the report still says incomplete.
  [ "$verdict" = incomplete ] && code=3
  result=error
fi
[ "$result" != fail ] || [ "$verdict" = fail ] || result=error

upload=false
case ${FD_UPLOAD_SARIF:-auto} in
true) upload=true ;;
false) ;;
auto)
  upload=true
  case ${GITHUB_EVENT_NAME:-} in
  pull_request)
    if [ "${FD_HEAD_REPOSITORY:-}" != "${GITHUB_REPOSITORY:-}" ]; then
      upload=false
      say notice "The pull request comes from a fork, whose token may not upload: the findings are in the job summary, and not in code scanning."
    elif [ "${GITHUB_ACTOR:-}" = 'dependabot[bot]' ]; then
      upload=false
      say notice "Dependabot's token may not upload: the findings are in the job summary, and not in code scanning."
    fi
    ;;
  esac
  ;;
*) die "\`upload-sarif\` takes auto, true or false" ;;
esac
# Code scanning refuses files of scans that were not successful, and an incomplete file would close open alerts.
if [ "$result" = error ] || [ ! -s "$sarif" ]; then
  upload=false
fi

if [ "${FD_ANNOTATIONS:-true}" = true ] && [ -s "$annotations" ]; then
  cat -- "$annotations"
fi
if [ ! -s "$summary" ]; then
  printf '## firedoor: error\n\nThe scan ended with exit code %s and wrote no report. Its log says why.\n' "$code" >"$summary"
fi
if [ "${FD_SUMMARY:-true}" = true ] && [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  cat -- "$summary" >>"$GITHUB_STEP_SUMMARY"
fi

output result "$result"
output exit-code "$code"
output upload "$upload"
output summary-file "$summary"
output sarif-file "$([ ! -s "$sarif" ] || printf '%s' "$sarif")"
output json-file "$([ ! -s "$json" ] || printf '%s' "$json")"
grep -E '^(findings-(total|new|blocking|suppressed)|highest-severity|counts|db-date)=' <<<"$outputs" >>"$GITHUB_OUTPUT" || true
