#!/bin/bash
# ruleid: bash-setuid-bit
chmod u+s /usr/local/bin/tool
# ruleid: bash-setuid-bit
chmod 4755 /usr/local/bin/tool
# ruleid: bash-setuid-bit
sudo chmod 6755 "$target"
# ruleid: bash-setuid-bit
install -m 4755 tool /usr/local/bin

# ok: bash-setuid-bit
chmod 755 /usr/local/bin/tool
# ok: bash-setuid-bit
chmod g+s /srv/shared
# ok: bash-setuid-bit
chmod 2775 /srv/shared
# ok: bash-setuid-bit
chmod u+x /usr/local/bin/tool
