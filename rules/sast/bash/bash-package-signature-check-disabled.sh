#!/bin/bash
# ruleid: bash-package-signature-check-disabled
apt-get install -y --allow-unauthenticated tool
# ruleid: bash-package-signature-check-disabled
sudo apt-get -y --force-yes install tool
# ruleid: bash-package-signature-check-disabled
yum install -y --nogpgcheck tool.rpm
# ruleid: bash-package-signature-check-disabled
apk add --allow-untrusted tool.apk
# ruleid: bash-package-signature-check-disabled
echo "deb [trusted=yes] https://packages.example.com stable main" > /etc/apt/sources.list.d/tool.list

# ok: bash-package-signature-check-disabled
apt-get install -y tool
# ok: bash-package-signature-check-disabled
echo "deb [signed-by=/usr/share/keyrings/tool.gpg] https://packages.example.com stable main" > /etc/apt/sources.list.d/tool.list
# ok: bash-package-signature-check-disabled
yum install -y tool
# ok: bash-package-signature-check-disabled
apk add --no-cache tool
# ok: bash-package-signature-check-disabled
gpg --verify tool.asc tool
