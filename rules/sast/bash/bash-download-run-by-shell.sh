#!/bin/bash
# ruleid: bash-download-run-by-shell
curl -fsSL https://example.com/install.sh | bash
# ruleid: bash-download-run-by-shell
curl -sL https://example.com/setup | sudo -E bash -
# ruleid: bash-download-run-by-shell
wget -qO- https://example.com/install.sh | sh
# ruleid: bash-download-run-by-shell
bash <(curl -s https://example.com/install.sh)
# ruleid: bash-download-run-by-shell
sh -c "$(curl -fsSL https://example.com/install.sh)"
# ruleid: bash-download-run-by-shell
eval "$(wget -qO- https://example.com/env)"

# ok: bash-download-run-by-shell
curl -fsSL -o install.sh https://example.com/install.sh
# ok: bash-download-run-by-shell
sha256sum -c install.sh.sha256 && bash install.sh
# ok: bash-download-run-by-shell
curl -s https://example.com/data.json | jq .name
# ok: bash-download-run-by-shell
curl -s https://example.com/list | shuf
# ok: bash-download-run-by-shell
echo "curl https://example.com/install.sh | bash"
# curl https://example.com/install.sh | bash
# ok: bash-download-run-by-shell
cat install.sh | bash
