# ruleid: terraform-storage-encryption-missing
resource "aws_db_instance" "main" {
  engine = "postgres"
}

# ruleid: terraform-storage-encryption-missing
resource "aws_rds_cluster" "main" {
  engine = "aurora-mysql"
}

# ruleid: terraform-storage-encryption-missing
resource "aws_ebs_volume" "data" {
  availability_zone = "eu-west-1a"
  size              = 40
}

# ruleid: terraform-storage-encryption-missing
resource "aws_efs_file_system" "shared" {
}

# ok: terraform-storage-encryption-missing
resource "aws_db_instance" "safe" {
  storage_encrypted = true
}

# ok: terraform-storage-encryption-missing
resource "aws_ebs_volume" "safe" {
  encrypted = var.encrypted
}

# ok: terraform-storage-encryption-missing
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.safe.identifier
}

# ok: terraform-storage-encryption-missing
data "aws_db_instance" "other" {
}
