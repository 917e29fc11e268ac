resource "aws_security_group" "all" {
  # ruleid: terraform-open-security-group
  ingress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
  # ruleid: terraform-open-security-group
  ingress {
    cidr_blocks = ["0.0.0.0/0"]
    from_port   = 0
    to_port     = 65535
    protocol    = "tcp"
  }
  # ok: terraform-open-security-group
  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
  # ok: terraform-open-security-group
  ingress {
    from_port = 0
    to_port   = 0
    protocol  = "-1"
    self      = true
  }
  # ok: terraform-open-security-group
  ingress {
    protocol    = "-1"
    cidr_blocks = ["10.0.0.0/8"]
  }
}

# ruleid: terraform-open-security-group
resource "aws_security_group_rule" "all" {
  type        = "ingress"
  protocol    = "-1"
  from_port   = 0
  to_port     = 0
  cidr_blocks = ["0.0.0.0/0"]
}

# ruleid: terraform-open-security-group
resource "aws_vpc_security_group_ingress_rule" "all" {
  cidr_ipv4   = "0.0.0.0/0"
  ip_protocol = "-1"
}

# ok: terraform-open-security-group
resource "aws_vpc_security_group_egress_rule" "all" {
  cidr_ipv4   = "0.0.0.0/0"
  ip_protocol = "-1"
}

# ok: terraform-open-security-group
resource "aws_security_group_rule" "out" {
  type        = "egress"
  protocol    = "-1"
  cidr_blocks = ["0.0.0.0/0"]
}
