#!/bin/bash
# ruleid: bash-download-without-encryption
wget http://downloads.example.com/tool-1.0.tar.gz
# ruleid: bash-download-without-encryption
curl -o install.sh http://example.com/install.sh
# ruleid: bash-download-without-encryption
curl -s http://packages.example.com/repository.key | gpg --import
# ruleid: bash-download-without-encryption
sudo wget -O /usr/local/bin/tool.bin ftp://ftp.example.com/tool.bin

# ok: bash-download-without-encryption
wget https://downloads.example.com/tool-1.0.tar.gz
# ok: bash-download-without-encryption
curl http://localhost:8080/build.tar.gz
# ok: bash-download-without-encryption
curl -s http://example.com/status
# ok: bash-download-without-encryption
echo http://example.com/tool.tar.gz
