# ruleid: terraform-mutable-image-tags
resource "aws_ecr_repository" "app" {
  name = "app"
}

# ruleid: terraform-mutable-image-tags
resource "aws_ecr_repository" "two" {
  name                 = "two"
  image_tag_mutability = "IMMUTABLE"
}

# ruleid: terraform-mutable-image-tags
resource "aws_ecr_repository" "scanned" {
  image_scanning_configuration {
    scan_on_push = true
  }
}

variable "mutability" {
  default = "MUTABLE"
}

# ruleid: terraform-mutable-image-tags
resource "aws_ecr_repository" "given" {
  image_tag_mutability = var.mutability
}

# ok: terraform-mutable-image-tags
resource "aws_ecr_repository" "safe" {
  image_tag_mutability = "IMMUTABLE"
}

# ok: terraform-mutable-image-tags
resource "aws_ecr_repository" "unknown" {
  image_tag_mutability = var.unknown
}

# ok: terraform-mutable-image-tags
resource "aws_ecr_repository" "some" {
  image_tag_mutability = "IMMUTABLE_WITH_EXCLUSION"
}

# ok: terraform-mutable-image-tags
data "aws_ecr_repository" "other" {
  name = "other"
}
