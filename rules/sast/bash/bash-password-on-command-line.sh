#!/bin/bash
# ruleid: bash-password-on-command-line
mysql -u root -p"$PASSWORD" shop < dump.sql
# ruleid: bash-password-on-command-line
sshpass -p "$PASSWORD" ssh user@host
# ruleid: bash-password-on-command-line
docker login -u app -p "$TOKEN" registry.example.com
# ruleid: bash-password-on-command-line
curl -u "app:$PASSWORD" https://example.com/
# ruleid: bash-password-on-command-line
openssl enc -aes-256-cbc -in a -out b -pass pass:"$PASSWORD"

# ok: bash-password-on-command-line
mysql --defaults-extra-file=/etc/app/my.cnf shop < dump.sql
# ok: bash-password-on-command-line
sshpass -e ssh user@host
# ok: bash-password-on-command-line
echo "$TOKEN" | docker login -u app --password-stdin registry.example.com
# ok: bash-password-on-command-line
curl --netrc https://example.com/
# ok: bash-password-on-command-line
openssl enc -aes-256-cbc -in a -out b -pass env:PASSWORD
# ok: bash-password-on-command-line
mysql -u root -p shop
