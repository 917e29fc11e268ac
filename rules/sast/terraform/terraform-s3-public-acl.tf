resource "aws_s3_bucket" "site" {
  bucket = "example-site"
  # ruleid: terraform-s3-public-acl
  acl = "public-read"
}

resource "aws_s3_bucket_acl" "uploads" {
  bucket = aws_s3_bucket.uploads.id
  # ruleid: terraform-s3-public-acl
  acl = "public-read-write"
}

variable "report_acl" {
  default = "authenticated-read"
}

resource "aws_s3_object" "report" {
  bucket = "example"
  key    = "report.pdf"
  # ruleid: terraform-s3-public-acl
  acl = var.report_acl
}

locals {
  acl = "public-read"
}

resource "aws_s3_bucket_acl" "local" {
  # ruleid: terraform-s3-public-acl
  acl = local.acl
}

resource "google_storage_bucket_acl" "assets" {
  bucket = "assets"
  # ruleid: terraform-s3-public-acl
  predefined_acl = "publicRead"
}

resource "aws_s3_bucket" "private" {
  # ok: terraform-s3-public-acl
  acl = "private"
}

resource "aws_s3_bucket_acl" "log" {
  # ok: terraform-s3-public-acl
  acl = "log-delivery-write"
}

variable "acl" {
  type = string
}

resource "aws_s3_bucket_acl" "given" {
  # ok: terraform-s3-public-acl
  acl = var.acl
}

resource "example_thing" "other" {
  # ok: terraform-s3-public-acl
  acl = "public-read"
}
