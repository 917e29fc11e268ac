#!/bin/bash
# ruleid: bash-secret-printed
echo "$PASSWORD"
# ruleid: bash-secret-printed
echo "token: $API_TOKEN"
# ruleid: bash-secret-printed
echo "password is ${DB_PASSWORD}"
# ruleid: bash-secret-printed
echo -n "$CLIENT_SECRET"

# ok: bash-secret-printed
echo "$TOKEN" | docker login --password-stdin
# ok: bash-secret-printed
echo "password is set"
# ok: bash-secret-printed
echo "$PASSWORD" > "$file"
# ok: bash-secret-printed
echo "$USER"
