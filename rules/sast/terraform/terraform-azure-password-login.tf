resource "azurerm_linux_virtual_machine" "web" {
  # ruleid: terraform-azure-password-login
  disable_password_authentication = false
}

resource "azurerm_virtual_machine" "old" {
  os_profile_linux_config {
    # ruleid: terraform-azure-password-login
    disable_password_authentication = false
  }
}

resource "azurerm_linux_virtual_machine_scale_set" "set" {
  admin_username = "example"
  # ruleid: terraform-azure-password-login
  disable_password_authentication = false
}

variable "no_password" {
  default = false
}

resource "azurerm_linux_virtual_machine" "given" {
  # ruleid: terraform-azure-password-login
  disable_password_authentication = var.no_password
}

resource "azurerm_linux_virtual_machine" "safe" {
  # ok: terraform-azure-password-login
  disable_password_authentication = true
}

resource "azurerm_virtual_machine" "safe" {
  os_profile_linux_config {
    # ok: terraform-azure-password-login
    disable_password_authentication = true
  }
}

resource "azurerm_linux_virtual_machine" "unknown" {
  # ok: terraform-azure-password-login
  disable_password_authentication = var.unknown
}

resource "example" "other" {
  # ok: terraform-azure-password-login
  disable_password_authentication = false
}
