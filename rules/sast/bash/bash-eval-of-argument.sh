#!/bin/bash
# ruleid: bash-eval-of-argument
eval "$1"
# ruleid: bash-eval-of-argument
eval $@
run() {
  # ruleid: bash-eval-of-argument
  eval "cd /tmp && $2"
}
# ruleid: bash-eval-of-argument
eval "$QUERY_STRING"
# ruleid: bash-eval-of-argument
if eval "test -n \"$3\""; then echo yes; fi

# ok: bash-eval-of-argument
"$@"
# ok: bash-eval-of-argument
eval "$(ssh-agent -s)"
# ok: bash-eval-of-argument
eval "ls -l"
# ok: bash-eval-of-argument
eval "$(printf '%q ' "$@")"
case "$1" in
  # ok: bash-eval-of-argument
  start) start_it ;;
esac
# eval "$1" would be wrong
# ok: bash-eval-of-argument
echo "$1"
