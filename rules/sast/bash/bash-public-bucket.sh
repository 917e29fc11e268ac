#!/bin/bash
# ruleid: bash-public-bucket
aws s3 cp report.pdf s3://bucket/ --acl public-read
# ruleid: bash-public-bucket
gsutil iam ch allUsers:objectViewer gs://bucket
# ruleid: bash-public-bucket
az storage container create --name files --public-access blob
# ruleid: bash-public-bucket
gcloud storage buckets add-iam-policy-binding gs://bucket --member=allUsers --role=roles/storage.objectViewer

# ok: bash-public-bucket
aws s3 cp report.pdf s3://bucket/ --acl private
# ok: bash-public-bucket
gsutil ls gs://bucket
# ok: bash-public-bucket
az storage container create --name files --public-access off
# ok: bash-public-bucket
aws s3 presign s3://bucket/report.pdf
