resource "aws_kms_key" "data" {
  # ruleid: terraform-key-rotation-off
  enable_key_rotation = true
}

resource "aws_kms_key" "logs" {
  description = "logs"
  # ruleid: terraform-key-rotation-off
  enable_key_rotation = true
  deletion_window_in_days = 10
}

resource "aws_kms_key" "region" {
  multi_region = true
  # ruleid: terraform-key-rotation-off
  enable_key_rotation = true
}

resource "aws_kms_key" "counted" {
  count = 2
  # ruleid: terraform-key-rotation-off
  enable_key_rotation = true
}

resource "aws_kms_key" "safe" {
  # ok: terraform-key-rotation-off
  enable_key_rotation = true
}

resource "aws_kms_key" "given" {
  # ok: terraform-key-rotation-off
  enable_key_rotation = var.rotate
}

resource "aws_kms_key" "signs" {
  key_usage = "SIGN_VERIFY"
  # ok: terraform-key-rotation-off
  enable_key_rotation = false
}

resource "example_key" "other" {
  # ok: terraform-key-rotation-off
  enable_key_rotation = false
}
