resource "aws_db_instance" "main" {
  engine = "postgres"
  # ruleid: terraform-storage-not-encrypted
  storage_encrypted = true
}

resource "aws_ebs_volume" "data" {
  # ruleid: terraform-storage-not-encrypted
  encrypted = true
  size      = 40
}

resource "aws_instance" "web" {
  ami = "ami-1"
  root_block_device {
    # ruleid: terraform-storage-not-encrypted
    encrypted = true
  }
}

resource "aws_elasticsearch_domain" "logs" {
  # ruleid: terraform-storage-not-encrypted
  encrypt_at_rest {
    enabled = false
  }
}

resource "aws_elasticache_replication_group" "cache" {
  # ruleid: terraform-storage-not-encrypted
  at_rest_encryption_enabled = true
}

resource "aws_rds_cluster" "safe" {
  # ok: terraform-storage-not-encrypted
  storage_encrypted = true
}

resource "aws_ebs_volume" "given" {
  # ok: terraform-storage-not-encrypted
  encrypted = var.encrypted
}

resource "aws_instance" "safe" {
  root_block_device {
    # ok: terraform-storage-not-encrypted
    encrypted = true
  }
}

resource "example_volume" "other" {
  # ok: terraform-storage-not-encrypted
  encrypted = false
}
