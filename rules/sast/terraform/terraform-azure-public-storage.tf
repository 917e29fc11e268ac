resource "azurerm_storage_container" "site" {
  # ruleid: terraform-azure-public-storage
  container_access_type = "blob"
}

resource "azurerm_storage_container" "all" {
  name = "all"
  # ruleid: terraform-azure-public-storage
  container_access_type = "container"
}

resource "azurerm_storage_account" "data" {
  # ruleid: terraform-azure-public-storage
  allow_nested_items_to_be_public = true
}

resource "azurerm_storage_account" "old" {
  # ruleid: terraform-azure-public-storage
  allow_blob_public_access = true
}

resource "azurerm_storage_container" "safe" {
  # ok: terraform-azure-public-storage
  container_access_type = "private"
}

resource "azurerm_storage_account" "safe" {
  # ok: terraform-azure-public-storage
  allow_nested_items_to_be_public = false
}

resource "azurerm_storage_account" "given" {
  # ok: terraform-azure-public-storage
  allow_nested_items_to_be_public = var.public
}

resource "example" "other" {
  # ok: terraform-azure-public-storage
  container_access_type = "blob"
}
