#!/usr/bin/env bash
# The verdict. Everything that is not clearly a pass fails.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$here/lib.sh"

result=${FD_RESULT:-error}
case $result in
pass | fail) ;;
*) result=error ;;
esac
output result "$result"
if [ "${FD_UPLOAD_OUTCOME:-}" = failure ]; then
  say warning "Code scanning did not take the upload (is it switched on, and does the job have security-events: write?). The findings are in the job summary."
fi

case $result in
pass)
  echo 'firedoor: passed'
  ;;
fail)
  say error "The gate failed: ${FD_BLOCKING:-some} finding(s) block. The job summary says which, and what to do."
  exit 1
  ;;
error)
  case ${FD_EXIT_CODE:-} in
  '') reason='the scan did not run' ;;
  2) reason='a usage, configuration or rule error (exit code 2)' ;;
  3) reason='the scan is incomplete (exit code 3)' ;;
  0 | 1) reason="the exit code ${FD_EXIT_CODE} has no report that agrees with it" ;;
  137 | 143) reason="the scan was killed (exit code ${FD_EXIT_CODE})" ;;
  *) reason="the scan crashed (exit code ${FD_EXIT_CODE})" ;;
  esac
  if [ "${FD_FAIL_ON_ERROR:-true}" = false ] && [ "${FD_EXIT_CODE:-}" = 3 ]; then
    say warning "There is no verdict: $reason. fail-on-error is false, so this does not fail."
    exit 0
  fi
  say error "There is no verdict: $reason. What was not judged is not passed."
  exit 1
  ;;
esac
