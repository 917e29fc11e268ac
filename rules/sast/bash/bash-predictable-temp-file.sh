#!/bin/bash
# ruleid: bash-predictable-temp-file
echo "data" > /tmp/work.$$
# ruleid: bash-predictable-temp-file
tmpfile=/tmp/list-$$
# ruleid: bash-predictable-temp-file
TMP_DIR="/tmp/build.$RANDOM"
# ruleid: bash-predictable-temp-file
mkdir /tmp/cache-$$
# ruleid: bash-predictable-temp-file
sort list | tee "/var/tmp/sorted.$$"

# ok: bash-predictable-temp-file
work=$(mktemp)
# ok: bash-predictable-temp-file
folder=$(mktemp -d /tmp/build.XXXXXX)
# ok: bash-predictable-temp-file
echo "data" > "$work"
# ok: bash-predictable-temp-file
echo $$ > /run/service.pid
# echo > /tmp/work.$$
# ok: bash-predictable-temp-file
number=$RANDOM
