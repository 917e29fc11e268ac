resource "aws_lb_listener" "web" {
  protocol = "HTTPS"
  # ruleid: terraform-weak-tls-version
  ssl_policy = "ELBSecurityPolicy-2016-08"
}

resource "aws_cloudfront_distribution" "site" {
  viewer_certificate {
    # ruleid: terraform-weak-tls-version
    minimum_protocol_version = "TLSv1"
  }
}

resource "azurerm_storage_account" "data" {
  # ruleid: terraform-weak-tls-version
  min_tls_version = "TLS1_0"
}

resource "google_compute_ssl_policy" "old" {
  # ruleid: terraform-weak-tls-version
  min_tls_version = "TLS_1_0"
}

resource "azurerm_mssql_server" "db" {
  # ruleid: terraform-weak-tls-version
  minimum_tls_version = "1.1"
}

resource "aws_api_gateway_domain_name" "api" {
  # ruleid: terraform-weak-tls-version
  security_policy = "TLS_1_0"
}

resource "aws_lb_listener" "safe" {
  # ok: terraform-weak-tls-version
  ssl_policy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
}

resource "aws_cloudfront_distribution" "safe" {
  viewer_certificate {
    # ok: terraform-weak-tls-version
    minimum_protocol_version = "TLSv1.2_2021"
  }
}

resource "azurerm_storage_account" "safe" {
  # ok: terraform-weak-tls-version
  min_tls_version = "TLS1_2"
}

resource "aws_lb_listener" "given" {
  # ok: terraform-weak-tls-version
  ssl_policy = var.ssl_policy
}

resource "example" "other" {
  # ok: terraform-weak-tls-version
  version = "1.1"
}
