#!/bin/bash
# ruleid: bash-file-names-in-shell-code
find . -name '*.txt' -exec sh -c 'wc -l {}' \;
# ruleid: bash-file-names-in-shell-code
find "$folder" -type f -exec bash -c "gzip {} && echo done" \;
# ruleid: bash-file-names-in-shell-code
ls | xargs -I{} sh -c 'echo {}'
# ruleid: bash-file-names-in-shell-code
cat list | xargs -n 1 -I % bash -c "convert % %.png"

# ok: bash-file-names-in-shell-code
find . -name '*.txt' -exec wc -l {} \;
# ok: bash-file-names-in-shell-code
find . -name '*.txt' -exec sh -c 'wc -l "$1"' sh {} \;
# ok: bash-file-names-in-shell-code
ls | xargs -I{} cp {} /backup
# ok: bash-file-names-in-shell-code
find . -name '*.txt' -print0 | xargs -0 rm
# ok: bash-file-names-in-shell-code
find . -exec sh -c 'for f; do wc -l "$f"; done' sh {} +
