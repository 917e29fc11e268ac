#!/bin/bash
# ruleid: bash-search-path-with-unsafe-folder
PATH=.:$PATH
# ruleid: bash-search-path-with-unsafe-folder
export PATH="$PATH:."
# ruleid: bash-search-path-with-unsafe-folder
export PATH=/tmp/bin:$PATH
# ruleid: bash-search-path-with-unsafe-folder
LD_LIBRARY_PATH=.:$LD_LIBRARY_PATH
# ruleid: bash-search-path-with-unsafe-folder
PATH="$PATH::/usr/local/bin"

# ok: bash-search-path-with-unsafe-folder
PATH=/usr/local/bin:$PATH
# ok: bash-search-path-with-unsafe-folder
export PATH="$PATH:$HOME/.local/bin"
# ok: bash-search-path-with-unsafe-folder
export PATH="$PATH:./node_modules/.bin"
# ok: bash-search-path-with-unsafe-folder
MY_PATH=.:$HOME
# ok: bash-search-path-with-unsafe-folder
echo "PATH=.:$PATH"
