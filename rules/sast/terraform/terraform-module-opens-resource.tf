module "site" {
  source = "terraform-aws-modules/s3-bucket/aws"
  bucket = "site"
  # ruleid: terraform-module-opens-resource
  acl = "public-read"
  # ruleid: terraform-module-opens-resource
  block_public_policy = false
}

module "db" {
  source  = "terraform-aws-modules/rds/aws"
  version = "6.0.0"
  # ruleid: terraform-module-opens-resource
  publicly_accessible = true
  # ruleid: terraform-module-opens-resource
  storage_encrypted = false
}

module "cluster" {
  source = "terraform-aws-modules/eks/aws"
  # ruleid: terraform-module-opens-resource
  cluster_endpoint_public_access_cidrs = ["0.0.0.0/0"]
}

module "safe" {
  source = "terraform-aws-modules/rds/aws"
  # ok: terraform-module-opens-resource
  publicly_accessible = false
  # ok: terraform-module-opens-resource
  storage_encrypted = true
}

module "given" {
  source = "terraform-aws-modules/s3-bucket/aws"
  # ok: terraform-module-opens-resource
  acl = var.acl
}

module "own" {
  source = "./modules/db"
  # ok: terraform-module-opens-resource
  publicly_accessible = true
}

module "offices" {
  source = "terraform-aws-modules/eks/aws"
  # ok: terraform-module-opens-resource
  cluster_endpoint_public_access_cidrs = ["203.0.113.0/24"]
}
