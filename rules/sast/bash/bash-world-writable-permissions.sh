#!/bin/bash
# ruleid: bash-world-writable-permissions
chmod 777 /var/www
# ruleid: bash-world-writable-permissions
chmod -R 777 "$folder"
# ruleid: bash-world-writable-permissions
sudo chmod 0666 /etc/app.conf
# ruleid: bash-world-writable-permissions
chmod a+rw /dev/ttyUSB0
# ruleid: bash-world-writable-permissions
mkdir -m 777 /srv/upload
# ruleid: bash-world-writable-permissions
chmod o+w file

# ok: bash-world-writable-permissions
chmod 755 /var/www
# ok: bash-world-writable-permissions
chmod 1777 /srv/drop
# ok: bash-world-writable-permissions
chmod u+w file
# ok: bash-world-writable-permissions
chmod +x script.sh
# ok: bash-world-writable-permissions
chmod -R g+w shared
# ok: bash-world-writable-permissions
install -m 755 tool /usr/local/bin
# ok: bash-world-writable-permissions
echo "chmod 777 is wrong"
