# ruleid: terraform-basics-res, terraform-basics-inres, terraform-basics-any
resource "aws_s3_bucket" "a" {
  # ruleid: terraform-basics-acl
  acl = "public-read"
}
# ruleid: terraform-basics-res, terraform-basics-any
resource "aws_s3_bucket" "b" {
  # ok: terraform-basics-res, terraform-basics-acl, terraform-basics-inres, terraform-basics-any, terraform-basics-list, terraform-basics-blk, terraform-basics-bool, terraform-basics-var, terraform-basics-fn
  acl = "private"
  x = 1
}
# ruleid: terraform-basics-inres, terraform-basics-any
resource "aws_x" "c" {
  y = 1
  # ruleid: terraform-basics-acl
  acl = "public-read"
  # ruleid: terraform-basics-blk
  ingress {
    # ruleid: terraform-basics-list
    cidr = ["10.0.0.0/8", "0.0.0.0/0"]
  }
  # ruleid: terraform-basics-bool
  enabled = true
  # ruleid: terraform-basics-var
  z = var.q
  # ruleid: terraform-basics-fn
  p = jsonencode({a = 1})
}
