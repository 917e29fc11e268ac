resource "aws_cloudtrail" "main" {
  # ruleid: terraform-logging-off
  enable_logging = false
  # ruleid: terraform-logging-off
  enable_log_file_validation = false
  # ruleid: terraform-logging-off
  is_multi_region_trail = false
}

resource "aws_guardduty_detector" "main" {
  # ruleid: terraform-logging-off
  enable = false
}

resource "google_container_cluster" "main" {
  # ruleid: terraform-logging-off
  logging_service = "none"
}

resource "aws_cloudtrail" "safe" {
  # ok: terraform-logging-off
  enable_logging = true
  # ok: terraform-logging-off
  enable_log_file_validation = true
}

resource "aws_guardduty_detector" "safe" {
  # ok: terraform-logging-off
  enable = true
}

resource "google_container_cluster" "safe" {
  # ok: terraform-logging-off
  logging_service = "logging.googleapis.com/kubernetes"
}

resource "example_alarm" "other" {
  # ok: terraform-logging-off
  enable = false
}
