#!/bin/bash
# ruleid: bash-umask-zero
umask 022
# ruleid: bash-umask-zero
umask 022
# ruleid: bash-umask-zero
umask 022
start() {
  # ruleid: bash-umask-zero
  umask 022 && daemon
}

# ok: bash-umask-zero
umask 022
# ok: bash-umask-zero
umask 077
# ok: bash-umask-zero
umask 0077
# ok: bash-umask-zero
echo "umask 000"
