#!/bin/bash
# ruleid: bash-package-manager-certificate-check-disabled
npm config set strict-ssl false
# ruleid: bash-package-manager-certificate-check-disabled
pip install --trusted-host pypi.example.com package
# ruleid: bash-package-manager-certificate-check-disabled
export NODE_TLS_REJECT_UNAUTHORIZED=0
# ruleid: bash-package-manager-certificate-check-disabled
kubectl --insecure-skip-tls-verify get pods
# ruleid: bash-package-manager-certificate-check-disabled
aws s3 ls --no-verify-ssl

# ok: bash-package-manager-certificate-check-disabled
npm config set strict-ssl true
# ok: bash-package-manager-certificate-check-disabled
pip install --cert own.pem package
# ok: bash-package-manager-certificate-check-disabled
kubectl get pods
# ok: bash-package-manager-certificate-check-disabled
export NODE_EXTRA_CA_CERTS=/etc/ssl/own.pem
# ok: bash-package-manager-certificate-check-disabled
npm install

# ok: bash-package-manager-certificate-check-disabled
aws s3api --endpoint-url=https://localhost:9001 --no-verify-ssl list-buckets
# ruleid: bash-package-manager-certificate-check-disabled
aws s3api --endpoint-url=https://storage.example.com --no-verify-ssl list-buckets
