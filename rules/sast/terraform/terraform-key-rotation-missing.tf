# ruleid: terraform-key-rotation-missing
resource "aws_kms_key" "data" {
}

# ruleid: terraform-key-rotation-missing
resource "aws_kms_key" "logs" {
  description = "logs"
}

# ruleid: terraform-key-rotation-missing
resource "aws_kms_key" "encrypts" {
  key_usage = "ENCRYPT_DECRYPT"
}

# ruleid: terraform-key-rotation-missing
resource "aws_kms_key" "tagged" {
  tags = { enable_key_rotation = "no" }
}

# ok: terraform-key-rotation-missing
resource "aws_kms_key" "safe" {
  enable_key_rotation = true
}

# ok: terraform-key-rotation-missing
resource "aws_kms_key" "given" {
  enable_key_rotation = var.rotate
}

# ok: terraform-key-rotation-missing
resource "aws_kms_key" "signs" {
  key_usage = "SIGN_VERIFY"
}

# ok: terraform-key-rotation-missing
data "aws_kms_key" "other" {
}
