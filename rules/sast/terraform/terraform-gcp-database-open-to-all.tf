resource "google_sql_database_instance" "one" {
  settings {
    ip_configuration {
      authorized_networks {
        name = "all"
        # ruleid: terraform-gcp-database-open-to-all
        value = "0.0.0.0/0"
      }
      authorized_networks {
        name = "office"
        # ok: terraform-gcp-database-open-to-all
        value = "203.0.113.0/24"
      }
    }
  }
}

resource "google_sql_database_instance" "two" {
  settings {
    ip_configuration {
      authorized_networks {
        # ruleid: terraform-gcp-database-open-to-all
        value = "::/0"
      }
    }
  }
}

variable "network" {
  default = "0.0.0.0/0"
}

resource "google_sql_database_instance" "three" {
  settings {
    ip_configuration {
      authorized_networks {
        # ruleid: terraform-gcp-database-open-to-all
        value = var.network
      }
    }
  }
}

locals {
  everybody = "0.0.0.0/0"
}

resource "google_sql_database_instance" "four" {
  settings {
    ip_configuration {
      authorized_networks {
        # ruleid: terraform-gcp-database-open-to-all
        value = local.everybody
      }
    }
  }
}

resource "google_sql_database_instance" "safe" {
  settings {
    ip_configuration {
      ipv4_enabled = false
      authorized_networks {
        # ok: terraform-gcp-database-open-to-all
        value = var.unknown
      }
    }
    database_flags {
      # ok: terraform-gcp-database-open-to-all
      value = "0.0.0.0/0"
    }
  }
}

resource "example" "other" {
  authorized_networks {
    # ok: terraform-gcp-database-open-to-all
    value = "0.0.0.0/0"
  }
}
