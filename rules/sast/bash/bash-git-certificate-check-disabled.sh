#!/bin/bash
# ruleid: bash-git-certificate-check-disabled
git config --global http.sslVerify false
# ruleid: bash-git-certificate-check-disabled
git -c http.sslVerify=false clone https://example.com/repository.git
# ruleid: bash-git-certificate-check-disabled
export GIT_SSL_NO_VERIFY=1
# ruleid: bash-git-certificate-check-disabled
git config http.https://example.com.sslVerify false

# ok: bash-git-certificate-check-disabled
git config --global http.sslVerify true
# ok: bash-git-certificate-check-disabled
git config --global http.sslCAInfo /etc/ssl/own.pem
# ok: bash-git-certificate-check-disabled
git clone https://example.com/repository.git
# ok: bash-git-certificate-check-disabled
unset GIT_SSL_NO_VERIFY
