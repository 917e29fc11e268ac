resource "aws_instance" "web" {
  metadata_options {
    # ruleid: terraform-instance-metadata-v1
    http_tokens = "required"
  }
}

resource "aws_launch_template" "web" {
  metadata_options {
    http_endpoint = "enabled"
    # ruleid: terraform-instance-metadata-v1
    http_tokens = "required"
  }
}

resource "aws_launch_configuration" "web" {
  metadata_options {
    http_put_response_hop_limit = 1
    # ruleid: terraform-instance-metadata-v1
    http_tokens = "required"
    http_endpoint = "enabled"
  }
}

resource "aws_spot_fleet_request" "web" {
  launch_specification {
    metadata_options {
      # ruleid: terraform-instance-metadata-v1
      http_tokens = "required"
    }
  }
}

resource "aws_instance" "safe" {
  metadata_options {
    # ok: terraform-instance-metadata-v1
    http_tokens = "required"
  }
}

resource "aws_instance" "given" {
  metadata_options {
    # ok: terraform-instance-metadata-v1
    http_tokens = var.tokens
  }
}

resource "aws_instance" "off" {
  metadata_options {
    # ok: terraform-instance-metadata-v1
    http_endpoint = "disabled"
  }
}

resource "example" "other" {
  # ok: terraform-instance-metadata-v1
  http_tokens = "optional"
}
