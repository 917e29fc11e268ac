# ruleid: terraform-deletion-unprotected-secret-vault
resource "azurerm_key_vault" "one" {
  name = "one"
}

# ruleid: terraform-deletion-unprotected-secret-vault
resource "azurerm_key_vault" "two" {
  purge_protection_enabled = false
}

variable "protect" {
  default = false
}

# ruleid: terraform-deletion-unprotected-secret-vault
resource "azurerm_key_vault" "three" {
  purge_protection_enabled = var.protect
}

# ruleid: terraform-deletion-unprotected-secret-vault
resource "azurerm_key_vault" "four" {
  soft_delete_retention_days = 7
}

# ok: terraform-deletion-unprotected-secret-vault
resource "azurerm_key_vault" "safe" {
  purge_protection_enabled = true
}

# ok: terraform-deletion-unprotected-secret-vault
resource "azurerm_key_vault" "given" {
  purge_protection_enabled = var.unknown
}

# ok: terraform-deletion-unprotected-secret-vault
resource "azurerm_key_vault_secret" "secret" {
  name = "a"
}

# ok: terraform-deletion-unprotected-secret-vault
data "azurerm_key_vault" "other" {
}
