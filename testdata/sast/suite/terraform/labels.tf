# ruleid: terraform-labels-regex, terraform-labels-quoted, terraform-labels-string
resource "aws_s3_bucket" "b" {
  # ruleid: terraform-labels-list
  acl = "private"
}
# ruleid: terraform-labels-regex, terraform-labels-string
resource aws_s3_bucket "c" {
  # ok: terraform-labels-regex, terraform-labels-quoted, terraform-labels-string, terraform-labels-key, terraform-labels-list
  acl = "private"
}
# ruleid: terraform-labels-string, terraform-labels-key
resource "google_x" "d" {
  meta = {
    port = true
  }
}
# ruleid: terraform-labels-string
resource "google_x" "e" {
  meta = {
    "port" = true
  }
}
