#!/bin/bash
# ruleid: bash-recursive-rm-of-possibly-empty-path
rm -rf "$folder"/*
# ruleid: bash-recursive-rm-of-possibly-empty-path
rm -rf "$folder/cache"
# ruleid: bash-recursive-rm-of-possibly-empty-path
sudo rm -r "${folder}/cache"
# ruleid: bash-recursive-rm-of-possibly-empty-path
rm -fr -- "$ROOT/usr"

# ok: bash-recursive-rm-of-possibly-empty-path
rm -rf "${folder:?}"/*
# ok: bash-recursive-rm-of-possibly-empty-path
rm -rf "$folder"
# ok: bash-recursive-rm-of-possibly-empty-path
rm -rf "/var/lib/$name"
# ok: bash-recursive-rm-of-possibly-empty-path
rm -f "$folder/file"
