#!/bin/bash
# ruleid: bash-arithmetic-on-argument
if [[ $1 -eq 3 ]]; then echo three; fi
# ruleid: bash-arithmetic-on-argument
[[ "$2" -gt 10 ]] && exit 1
# ruleid: bash-arithmetic-on-argument
(( $1 > 4 )) && echo large
# ruleid: bash-arithmetic-on-argument
let n=$1

# ok: bash-arithmetic-on-argument
if [ "$1" -eq 3 ]; then echo three; fi
# ok: bash-arithmetic-on-argument
if [[ $1 == 3 ]]; then echo three; fi
# ok: bash-arithmetic-on-argument
if [[ $# -eq 3 ]]; then echo three; fi
# ok: bash-arithmetic-on-argument
if [[ $1 =~ ^[0-9]+$ ]]; then echo number; fi
# ok: bash-arithmetic-on-argument
(( count > 4 )) && echo large
