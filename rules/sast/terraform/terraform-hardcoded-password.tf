resource "aws_db_instance" "main" {
  username = "app"
  # ruleid: terraform-hardcoded-password
  password = "correct-horse"
}

module "db" {
  source = "terraform-aws-modules/rds/aws"
  # ruleid: terraform-hardcoded-password
  master_password = "battery-staple"
}

resource "azurerm_mssql_server" "main" {
  # ruleid: terraform-hardcoded-password
  administrator_login_password = "whisper-loudly-4"
}

resource "google_sql_user" "app" {
  name = "app"
  # ruleid: terraform-hardcoded-password
  password = "open-sesame"
}

variable "cache_token" {
  default = "long-winter-nights"
}

resource "aws_elasticache_replication_group" "cache" {
  # ruleid: terraform-hardcoded-password
  auth_token = var.cache_token
}

resource "aws_db_instance" "safe" {
  # ok: terraform-hardcoded-password
  password = random_password.main.result
  # ok: terraform-hardcoded-password
  manage_master_user_password = true
}

resource "aws_db_instance" "given" {
  # ok: terraform-hardcoded-password
  password = var.password
}

resource "aws_db_instance" "mixed" {
  # ok: terraform-hardcoded-password
  password = "${var.prefix}-x"
}

resource "aws_iam_account_password_policy" "strict" {
  # ok: terraform-hardcoded-password
  require_symbols = true
}

resource "aws_ssm_parameter" "name" {
  # ok: terraform-hardcoded-password
  name = "/app/password"
}

resource "aws_db_instance" "fake" {
  # ok: terraform-hardcoded-password
  password = "changeme"
}
