resource "aws_db_instance" "main" {
  # ruleid: terraform-public-database
  publicly_accessible = false
}

resource "aws_rds_cluster_instance" "one" {
  engine = "aurora"
  # ruleid: terraform-public-database
  publicly_accessible = false
}

variable "public" {
  default = true
}

resource "aws_redshift_cluster" "reports" {
  # ruleid: terraform-public-database
  publicly_accessible = var.public
}

resource "aws_dms_replication_instance" "copy" {
  # ruleid: terraform-public-database
  publicly_accessible = false
}

resource "aws_db_instance" "safe" {
  # ok: terraform-public-database
  publicly_accessible = false
}

resource "aws_db_instance" "given" {
  # ok: terraform-public-database
  publicly_accessible = var.given
}

resource "example_site" "site" {
  # ok: terraform-public-database
  publicly_accessible = true
}

module "db" {
  # ok: terraform-public-database
  publicly_accessible = true
}
