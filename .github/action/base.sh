#!/usr/bin/env bash
# Decides between `diff` and `full`, finds the commit to compare with, and fetches commits that a shallow checkout lacks.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$here/lib.sh"
enter_working_directory

full() {
  [ -z "${1:-}" ] || say notice "$1"
  output mode full
  output base ""
  exit 0
}

mode=${FD_MODE:-auto}
case $mode in
full) full ;;
diff) ;;
auto)
  case ${GITHUB_EVENT_NAME:-} in
  pull_request | pull_request_target | merge_group) mode='diff' ;;
  *) full ;;
  esac
  ;;
*) die "\`mode\` takes auto, diff or full" ;;
esac

git rev-parse --git-dir >/dev/null 2>&1 ||
  die "diff mode compares commits, and $PWD is in no git repository: check out the repository first, or set \`mode: full\`"
head=$(git rev-parse --verify --quiet 'HEAD^{commit}') || die "HEAD names no commit; check out the repository first"

has() { git cat-file -e "$1^{commit}" 2>/dev/null; }
shallow() { [ "$(git rev-parse --is-shallow-repository)" = true ]; }

# Git with the token in the environment, so that it stands in no argument and no file. The checkout may have kept its
# own credentials; then ours is not needed.
fetch() {
  if [ -n "${FD_TOKEN:-}" ] && ! git config --get-regexp '^http\..*\.extraheader$' >/dev/null 2>&1; then
    GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="http.${GITHUB_SERVER_URL:-https://github.com}/.extraheader" \
      GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $(printf 'x-access-token:%s' "$FD_TOKEN" | base64 | tr -d '\n')" \
      GIT_TERMINAL_PROMPT=0 git fetch --no-tags --no-recurse-submodules --quiet "$@"
  else
    GIT_TERMINAL_PROMPT=0 git fetch --no-tags --no-recurse-submodules --quiet "$@"
  fi
}

base=${FD_BASE:-}
case $base in
-*) die "\`base\` takes a commit, branch or tag" ;;
esac
event=${FD_EVENT_BASE:-}
case $event in
*[!0-9a-f]*) event= ;;
esac

if [ -z "$base" ] && [ "${GITHUB_EVENT_NAME:-}" = pull_request ] && [ "$head" = "${GITHUB_SHA:-}" ] && has 'HEAD^2' && has 'HEAD^1'; then
  # actions/checkout checks out the merge of the pull request into its base: the first parent is the base as it is now,
  # which the event's base may no longer be.
  base=$(git rev-parse 'HEAD^1')
fi
base=${base:-$event}
case $base in
'' | *[!0]*) ;;
# Git's name for no commit: as many zeros as an id has digits.
*) base= ;;
esac
case $base in
'')
  full "There is no earlier commit to compare with, so everything is judged." ;;
esac

if ! has "$base"; then
  fetch --depth=1 origin "$base" || true
  has "$base" || base=$(git rev-parse --verify --quiet "origin/$base^{commit}" || git rev-parse --verify --quiet "FETCH_HEAD^{commit}" || true)
fi
if [ -z "$base" ] || ! has "$base"; then
  die "the base ${FD_BASE:-$event} is not in this clone and cannot be fetched; set \`fetch-depth: 0\` for actions/checkout"
fi
base=$(git rev-parse --verify "$base^{commit}")

# The range must be whole: the merge base decides what is new, and secrets are looked for in every commit.
depth=${FD_EVENT_COMMITS:-50}
case $depth in
'' | *[!0-9]*) depth=50 ;;
esac
depth=$((depth + 2))
complete() {
  git merge-base "$base" "$head" >/dev/null 2>&1 || return 1
  # A commit of the range whose parents were cut off would look like the first of the history.
  local cut
  cut=$(git rev-parse --git-path shallow)
  [ -s "$cut" ] || return 0
  ! git rev-list "$base..$head" | grep -Fxq -f "$cut"
}
for _ in 1 2 3 4 5 6; do
  if complete || ! shallow; then break; fi
  fetch --deepen="$depth" origin "$base" "$head" || fetch --deepen="$depth" origin || break
  depth=$((depth * 4))
done
if ! complete && shallow; then
  fetch --unshallow origin || true
fi
complete || die "the commits between $base and $head are not all in this clone and cannot be fetched; set \`fetch-depth: 0\` for actions/checkout"

case ${GITHUB_EVENT_NAME:-} in
pull_request | pull_request_target | merge_group)
  # pull_request_target checks out the base unless told otherwise: then nothing would be judged, and it would look well.
  if git merge-base --is-ancestor "$head" "$base"; then
    die "the checked-out commit $head holds nothing of the change: it is the base, or older. Use the event pull_request, and let actions/checkout take what it takes by default"
  fi
  ;;
esac

output mode diff
output base "$base"
printf 'Comparing with %s\n' "$base"
