#!/bin/bash
# ruleid: bash-source-from-temp-folder
source /tmp/environment.sh
# ruleid: bash-source-from-temp-folder
. /tmp/env
# ruleid: bash-source-from-temp-folder
bash /tmp/install.sh
# ruleid: bash-source-from-temp-folder
sudo sh /var/tmp/setup.sh

# ok: bash-source-from-temp-folder
source /etc/environment
# ok: bash-source-from-temp-folder
. "$HOME/.profile"
# ok: bash-source-from-temp-folder
bash ./install.sh
# ok: bash-source-from-temp-folder
cat /tmp/environment.sh
