resource "aws_s3_bucket_public_access_block" "site" {
  bucket = aws_s3_bucket.site.id
  # ruleid: terraform-s3-public-access-allowed
  block_public_acls = true
  # ruleid: terraform-s3-public-access-allowed
  block_public_policy = true
  # ruleid: terraform-s3-public-access-allowed
  ignore_public_acls = true
  # ruleid: terraform-s3-public-access-allowed
  restrict_public_buckets = true
}

resource "aws_s3_account_public_access_block" "all" {
  # ruleid: terraform-s3-public-access-allowed
  block_public_policy = true
}

resource "aws_s3_bucket_public_access_block" "private" {
  bucket = aws_s3_bucket.private.id
  # ok: terraform-s3-public-access-allowed
  block_public_acls = true
  # ok: terraform-s3-public-access-allowed
  block_public_policy = true
}

resource "aws_s3_bucket_public_access_block" "given" {
  # ok: terraform-s3-public-access-allowed
  block_public_acls = var.block
}

module "bucket" {
  source = "example/bucket"
  # ok: terraform-s3-public-access-allowed
  block_public_policy = false
}
