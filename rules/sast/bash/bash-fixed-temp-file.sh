#!/bin/bash
# ruleid: bash-fixed-temp-file
echo "data" > /tmp/work.txt
# ruleid: bash-fixed-temp-file
ls -l >> /tmp/list.log
# ruleid: bash-fixed-temp-file
date >"/var/tmp/last"
# ruleid: bash-fixed-temp-file
curl -s https://example.com/ > /tmp/page.html

# ok: bash-fixed-temp-file
echo "data" > "$(mktemp)"
# ok: bash-fixed-temp-file
cat /tmp/work.txt
# ok: bash-fixed-temp-file
echo "data" > /var/lib/app/work.txt
# ok: bash-fixed-temp-file
echo "write > /tmp/x yourself"
