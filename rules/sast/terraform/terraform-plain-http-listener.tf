resource "aws_lb_listener" "plain" {
  port = 80
  # ruleid: terraform-plain-http-listener
  protocol = "HTTP"
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_cloudfront_distribution" "site" {
  default_cache_behavior {
    # ruleid: terraform-plain-http-listener
    viewer_protocol_policy = "allow-all"
  }
  ordered_cache_behavior {
    # ok: terraform-plain-http-listener
    viewer_protocol_policy = "redirect-to-https"
  }
}

resource "azurerm_storage_account" "data" {
  # ruleid: terraform-plain-http-listener
  https_traffic_only_enabled = false
}

resource "azurerm_linux_web_app" "app" {
  # ruleid: terraform-plain-http-listener
  https_only = false
}

resource "aws_lb_listener" "redirect" {
  port = 80
  # ok: terraform-plain-http-listener
  protocol = "HTTP"
  default_action {
    type = "redirect"
    redirect {
      port        = "443"
      protocol    = "HTTPS"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "tls" {
  # ok: terraform-plain-http-listener
  protocol = "HTTPS"
}

resource "aws_lb_target_group" "web" {
  # ok: terraform-plain-http-listener
  protocol = "HTTP"
}

resource "azurerm_windows_web_app" "safe" {
  # ok: terraform-plain-http-listener
  https_only = true
}
