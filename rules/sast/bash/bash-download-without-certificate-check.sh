#!/bin/bash
# ruleid: bash-download-without-certificate-check
curl -k https://example.com/data
# ruleid: bash-download-without-certificate-check
curl --insecure -o data.json https://example.com/data
# ruleid: bash-download-without-certificate-check
wget --no-check-certificate https://example.com/data
# ruleid: bash-download-without-certificate-check
answer=$(curl -sk -u "$user" https://example.com/data)

# ok: bash-download-without-certificate-check
curl -s https://example.com/data
# ok: bash-download-without-certificate-check
curl --cacert own.pem https://example.com/data
# ok: bash-download-without-certificate-check
wget -q https://example.com/data
# ok: bash-download-without-certificate-check
curl -o k https://example.com/-k
# ok: bash-download-without-certificate-check
tar -k -xf data.tar
