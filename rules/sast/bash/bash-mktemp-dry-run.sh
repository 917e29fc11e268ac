#!/bin/bash
# ruleid: bash-mktemp-dry-run
name=$(mktemp -u)
# ruleid: bash-mktemp-dry-run
socket="$(mktemp -u /tmp/socket.XXXXXX)"
# ruleid: bash-mktemp-dry-run
fifo=$(mktemp --dry-run)
# ruleid: bash-mktemp-dry-run
mkfifo "$(mktemp -tu fifo.XXXXXX)"

# ok: bash-mktemp-dry-run
name=$(mktemp)
# ok: bash-mktemp-dry-run
folder=$(mktemp -d)
# ok: bash-mktemp-dry-run
other=$(mktemp -t work.XXXXXX)
# ok: bash-mktemp-dry-run
echo "mktemp -u"
