resource "azurerm_kubernetes_cluster" "one" {
  # ruleid: terraform-cluster-access-control-off
  role_based_access_control_enabled = false
}

resource "azurerm_kubernetes_cluster" "two" {
  # ruleid: terraform-cluster-access-control-off
  role_based_access_control {
    enabled = false
  }
}

resource "google_container_cluster" "three" {
  # ruleid: terraform-cluster-access-control-off
  enable_legacy_abac = true
}

resource "google_container_cluster" "four" {
  master_auth {
    # ruleid: terraform-cluster-access-control-off
    client_certificate_config {
      issue_client_certificate = true
    }
  }
}

resource "azurerm_kubernetes_cluster" "safe" {
  # ok: terraform-cluster-access-control-off
  role_based_access_control_enabled = true
}

resource "google_container_cluster" "safe" {
  # ok: terraform-cluster-access-control-off
  enable_legacy_abac = false
  master_auth {
    # ok: terraform-cluster-access-control-off
    client_certificate_config {
      issue_client_certificate = false
    }
  }
}

resource "example" "other" {
  # ok: terraform-cluster-access-control-off
  enable_legacy_abac = true
}
