#!/bin/bash
# ruleid: bash-openssl-weak-algorithm
openssl dgst -md5 file
# ruleid: bash-openssl-weak-algorithm
openssl enc -des3 -in a -out b
# ruleid: bash-openssl-weak-algorithm
openssl genrsa -out key.pem 1024
# ruleid: bash-openssl-weak-algorithm
openssl req -x509 -newkey rsa:1024 -keyout key.pem -out cert.pem
# ruleid: bash-openssl-weak-algorithm
openssl enc -aes-256-ecb -in a -out b

# ok: bash-openssl-weak-algorithm
openssl dgst -sha256 file
# ok: bash-openssl-weak-algorithm
openssl enc -aes-256-ctr -pbkdf2 -in a -out b
# ok: bash-openssl-weak-algorithm
openssl genrsa -out key.pem 4096
# ok: bash-openssl-weak-algorithm
openssl req -x509 -newkey rsa:3072 -sha256 -keyout key.pem -out cert.pem
# ok: bash-openssl-weak-algorithm
openssl rand -hex 16
