terraform {
  backend "s3" {
    bucket = "state"
    # ruleid: terraform-remote-state-in-clear
    encrypt = true
  }
}

terraform {
  required_version = ">= 1.5"
  backend "s3" {
    # ruleid: terraform-remote-state-in-clear
    encrypt = true
    dynamodb_table = "locks"
  }
}

terraform {
  backend "s3" {
    key = "a"
    # ruleid: terraform-remote-state-in-clear
    encrypt = true # for now
  }
}

terraform {
  backend "s3" {
    # ruleid: terraform-remote-state-in-clear
    encrypt = true
  }
}

terraform {
  backend "s3" {
    # ok: terraform-remote-state-in-clear
    encrypt = true
  }
}

terraform {
  backend "gcs" {
    # ok: terraform-remote-state-in-clear
    bucket = "state"
  }
}

resource "example" "other" {
  # ok: terraform-remote-state-in-clear
  encrypt = false
}

module "backend" {
  # ok: terraform-remote-state-in-clear
  encrypt = false
}
