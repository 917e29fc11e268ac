#!/bin/bash
# ruleid: bash-command-string-from-argument
bash -c "ls $1"
# ruleid: bash-command-string-from-argument
ssh user@host "systemctl restart $1"
# ruleid: bash-command-string-from-argument
sudo sh -c "echo $2 > /etc/motd"
# ruleid: bash-command-string-from-argument
su app -c "cd /srv && ./run $1"
# ruleid: bash-command-string-from-argument
python3 -c "print(int('$1') + 1)"

# ok: bash-command-string-from-argument
bash -c 'ls "$1"' bash "$1"
# ok: bash-command-string-from-argument
ssh user@host uptime
# ok: bash-command-string-from-argument
bash -c "ls -l"
# ok: bash-command-string-from-argument
sh -c 'echo $1' sh "$2"
# ok: bash-command-string-from-argument
ssh "$1" "systemctl status app"
# ok: bash-command-string-from-argument
ssh user@host "work ${1@Q}"
