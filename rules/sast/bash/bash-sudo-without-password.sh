#!/bin/bash
# ruleid: bash-sudo-without-password
echo "app ALL=(ALL) NOPASSWD:ALL" >> /etc/sudoers
# ruleid: bash-sudo-without-password
echo "$USER ALL=(ALL:ALL) NOPASSWD: ALL" | sudo tee /etc/sudoers.d/app
# ruleid: bash-sudo-without-password
printf '%s ALL=(root) NOPASSWD:ALL\n' "$name" > /etc/sudoers.d/app
# ruleid: bash-sudo-without-password
echo '%wheel ALL=NOPASSWD: ALL' >> /etc/sudoers

# ok: bash-sudo-without-password
echo "app ALL=(root) NOPASSWD: /usr/bin/systemctl restart app" > /etc/sudoers.d/app
# ok: bash-sudo-without-password
echo "app ALL=(ALL) ALL" > /etc/sudoers.d/app
# echo "app ALL=(ALL) NOPASSWD:ALL"
# ok: bash-sudo-without-password
visudo -c
# ok: bash-sudo-without-password
grep NOPASSWD /etc/sudoers
