resource "azurerm_storage_account" "data" {
  network_rules {
    # ruleid: terraform-azure-network-default-allow
    default_action = "Allow"
  }
}

resource "azurerm_key_vault" "main" {
  network_acls {
    bypass = "AzureServices"
    # ruleid: terraform-azure-network-default-allow
    default_action = "Allow"
  }
}

resource "azurerm_storage_account_network_rules" "data" {
  # ruleid: terraform-azure-network-default-allow
  default_action = "Allow"
}

resource "azurerm_container_registry" "images" {
  network_rule_set {
    # ruleid: terraform-azure-network-default-allow
    default_action = "Allow"
  }
}

resource "azurerm_storage_account" "safe" {
  network_rules {
    # ok: terraform-azure-network-default-allow
    default_action = "Deny"
  }
}

resource "azurerm_key_vault" "given" {
  network_acls {
    # ok: terraform-azure-network-default-allow
    default_action = var.action
  }
}

resource "aws_lb_listener" "web" {
  # ok: terraform-azure-network-default-allow
  default_action {
    type = "forward"
  }
}

resource "example" "other" {
  # ok: terraform-azure-network-default-allow
  default_action = "Allow"
}
