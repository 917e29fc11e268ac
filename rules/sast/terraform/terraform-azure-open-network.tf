# ruleid: terraform-azure-open-network
resource "azurerm_network_security_rule" "ssh" {
  direction              = "Inbound"
  access                 = "Allow"
  protocol               = "Tcp"
  source_address_prefix  = "*"
  destination_port_range = "22"
}

resource "azurerm_network_security_group" "web" {
  # ruleid: terraform-azure-open-network
  security_rule {
    name                   = "desktop"
    access                 = "Allow"
    direction              = "Inbound"
    destination_port_range = "3389"
    source_address_prefix  = "Internet"
  }
  # ok: terraform-azure-open-network
  security_rule {
    access                 = "Allow"
    direction              = "Inbound"
    destination_port_range = "443"
    source_address_prefix  = "*"
  }
  # ok: terraform-azure-open-network
  security_rule {
    access                 = "Deny"
    direction              = "Inbound"
    destination_port_range = "*"
    source_address_prefix  = "*"
  }
}

# ruleid: terraform-azure-open-network
resource "azurerm_mssql_firewall_rule" "all" {
  start_ip_address = "0.0.0.0"
  end_ip_address   = "255.255.255.255"
}

# ruleid: terraform-azure-open-network
resource "azurerm_network_security_rule" "all" {
  direction              = "Inbound"
  access                 = "Allow"
  source_address_prefix  = "0.0.0.0/0"
  destination_port_range = "*"
}

# ok: terraform-azure-open-network
resource "azurerm_network_security_rule" "out" {
  direction              = "Outbound"
  access                 = "Allow"
  source_address_prefix  = "*"
  destination_port_range = "*"
}

# ok: terraform-azure-open-network
resource "azurerm_network_security_rule" "own" {
  direction              = "Inbound"
  access                 = "Allow"
  source_address_prefix  = "10.0.0.0/8"
  destination_port_range = "22"
}

# ok: terraform-azure-open-network
resource "azurerm_mssql_firewall_rule" "one" {
  start_ip_address = "203.0.113.5"
  end_ip_address   = "203.0.113.5"
}
