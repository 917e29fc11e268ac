resource "aws_opensearch_domain" "logs" {
  domain_endpoint_options {
    # ruleid: terraform-search-domain-without-tls
    enforce_https = false
  }
  # ruleid: terraform-search-domain-without-tls
  node_to_node_encryption {
    enabled = false
  }
}

resource "aws_elasticache_replication_group" "cache" {
  # ruleid: terraform-search-domain-without-tls
  transit_encryption_enabled = false
}

resource "aws_msk_cluster" "events" {
  encryption_info {
    encryption_in_transit {
      # ruleid: terraform-search-domain-without-tls
      client_broker = "PLAINTEXT"
    }
  }
}

resource "azurerm_redis_cache" "cache" {
  # ruleid: terraform-search-domain-without-tls
  non_ssl_port_enabled = true
}

resource "google_sql_database_instance" "db" {
  settings {
    ip_configuration {
      # ruleid: terraform-search-domain-without-tls
      ssl_mode = "ALLOW_UNENCRYPTED_AND_ENCRYPTED"
    }
  }
}

resource "aws_opensearch_domain" "safe" {
  domain_endpoint_options {
    # ok: terraform-search-domain-without-tls
    enforce_https = true
  }
  # ok: terraform-search-domain-without-tls
  node_to_node_encryption {
    enabled = true
  }
}

resource "aws_elasticache_replication_group" "safe" {
  # ok: terraform-search-domain-without-tls
  transit_encryption_enabled = true
}

resource "aws_msk_cluster" "safe" {
  # ok: terraform-search-domain-without-tls
  client_broker = "TLS"
}

resource "google_sql_database_instance" "safe" {
  # ok: terraform-search-domain-without-tls
  ssl_mode = "ENCRYPTED_ONLY"
}
