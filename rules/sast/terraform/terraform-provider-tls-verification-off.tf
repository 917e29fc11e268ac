provider "kubernetes" {
  host = "https://example.org:6443"
  # ruleid: terraform-provider-tls-verification-off
  insecure = true
}

provider "vault" {
  # ruleid: terraform-provider-tls-verification-off
  skip_tls_verify = true
}

provider "vsphere" {
  user = var.user
  # ruleid: terraform-provider-tls-verification-off
  allow_unverified_ssl = true
}

provider "helm" {
  kubernetes {
    # ruleid: terraform-provider-tls-verification-off
    insecure = true
  }
}

provider "kubernetes" {
  alias = "two"
  # ok: terraform-provider-tls-verification-off
  insecure = false
}

provider "vault" {
  alias = "two"
  # ok: terraform-provider-tls-verification-off
  skip_tls_verify = var.skip
}

provider "aws" {
  # ok: terraform-provider-tls-verification-off
  skip_region_validation = true
}

resource "example" "other" {
  # ok: terraform-provider-tls-verification-off
  insecure = true
}
