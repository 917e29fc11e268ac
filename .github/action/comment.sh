#!/usr/bin/env bash
# Keeps one comment with the summary on the pull request. It never fails the job: a token that may not comment is said.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$here/lib.sh"

failed() {
  say warning "The comment could not be written: $1"
  exit 0
}
case ${FD_NUMBER:-} in
'' | *[!0-9]*) failed "there is no pull request" ;;
esac
command -v gh >/dev/null 2>&1 || failed "the GitHub command line (gh) is not installed"
[ -s "${FD_SUMMARY_FILE:-}" ] || failed "there is no summary"

mark="<!-- firedoor: $(printf '%s' "${FD_CATEGORY:-firedoor}" | tr -cd '0-9A-Za-z._/-') -->"
body=$(mktemp "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/firedoor.XXXXXX")
printf '%s\n' "$mark" >"$body"
# A comment holds 65,536 characters; a longer summary is cut at a line.
if [ "$(wc -c <"$FD_SUMMARY_FILE")" -le 60000 ]; then
  cat -- "$FD_SUMMARY_FILE" >>"$body"
else
  head -c 60000 -- "$FD_SUMMARY_FILE" | sed '$d' >>"$body"
  printf '\n… cut here; the job summary is whole.\n' >>"$body"
fi
comments="repos/$GITHUB_REPOSITORY/issues/$FD_NUMBER/comments"
export mark
id=$(gh api --paginate "$comments" --jq '.[] | select(.body | startswith(env.mark)) | .id' 2>/dev/null | head -n 1) ||
  failed "the token may not read comments"
if [ -n "$id" ]; then
  gh api --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field "body=@$body" >/dev/null ||
    failed "the token needs pull-requests: write"
else
  gh api --method POST "$comments" --field "body=@$body" >/dev/null || failed "the token needs pull-requests: write"
fi
