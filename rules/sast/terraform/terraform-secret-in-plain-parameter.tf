# ruleid: terraform-secret-in-plain-parameter
resource "aws_ssm_parameter" "db" {
  name  = "/app/db/password"
  type  = "String"
  value = random_password.db.result
}

# ruleid: terraform-secret-in-plain-parameter
resource "aws_ssm_parameter" "key" {
  type  = "String"
  value = var.key
  name  = "/app/api-key"
}

# ruleid: terraform-secret-in-plain-parameter
resource "aws_ssm_parameter" "token" {
  name        = "${var.prefix}/token"
  description = "x"
  type        = "String"
  value       = "a"
}

# ruleid: terraform-secret-in-plain-parameter
resource "aws_ssm_parameter" "jwt" {
  name      = "JWT_SECRET"
  overwrite = true
  type      = "String"
  value     = "b"
}

# ok: terraform-secret-in-plain-parameter
resource "aws_ssm_parameter" "safe" {
  name  = "/app/db/password"
  type  = "SecureString"
  value = random_password.db.result
}

# ok: terraform-secret-in-plain-parameter
resource "aws_ssm_parameter" "host" {
  name  = "/app/db/host"
  type  = "String"
  value = "db"
}

# ok: terraform-secret-in-plain-parameter
resource "aws_ssm_parameter" "policy" {
  name  = "/app/password-policy"
  type  = "String"
  value = "strict"
}

# ok: terraform-secret-in-plain-parameter
data "aws_ssm_parameter" "db" {
  name = "/app/db/password"
}
