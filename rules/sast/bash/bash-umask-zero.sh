#!/bin/bash
# ruleid: bash-umask-zero
umask 000
# ruleid: bash-umask-zero
umask 0
# ruleid: bash-umask-zero
umask 0000
start() {
  # ruleid: bash-umask-zero
  umask 000 && daemon
}

# ok: bash-umask-zero
umask 022
# ok: bash-umask-zero
umask 077
# ok: bash-umask-zero
umask 0077
# ok: bash-umask-zero
echo "umask 000"
