#!/bin/bash
# ruleid: bash-ssh-host-key-check-disabled
ssh -o StrictHostKeyChecking=no user@host uptime
# ruleid: bash-ssh-host-key-check-disabled
scp -oStrictHostKeyChecking=no file user@host:
# ruleid: bash-ssh-host-key-check-disabled
rsync -e "ssh -o StrictHostKeyChecking=no" -a folder user@host:
# ruleid: bash-ssh-host-key-check-disabled
GIT_SSH_COMMAND="ssh -o StrictHostKeyChecking=no"
# ruleid: bash-ssh-host-key-check-disabled
ssh -o UserKnownHostsFile=/dev/null user@host

# ok: bash-ssh-host-key-check-disabled
ssh user@host uptime
# ok: bash-ssh-host-key-check-disabled
ssh -o StrictHostKeyChecking=yes user@host
# ok: bash-ssh-host-key-check-disabled
scp -o StrictHostKeyChecking=accept-new file user@host:
# ok: bash-ssh-host-key-check-disabled
ssh-keyscan host >> known_hosts
# ok: bash-ssh-host-key-check-disabled
echo "never use StrictHostKeyChecking=no"
