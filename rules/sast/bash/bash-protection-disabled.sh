#!/bin/bash
# ruleid: bash-protection-disabled
setenforce 0
# ruleid: bash-protection-disabled
sudo ufw disable
# ruleid: bash-protection-disabled
systemctl disable firewalld
# ruleid: bash-protection-disabled
sysctl -w kernel.randomize_va_space=0
# ruleid: bash-protection-disabled
xhost +

# ok: bash-protection-disabled
setenforce 1
# ok: bash-protection-disabled
ufw allow 22/tcp
# ok: bash-protection-disabled
systemctl disable app
# ok: bash-protection-disabled
sysctl -w net.ipv4.ip_forward=1
# ok: bash-protection-disabled
xhost +si:localuser:app
