resource "aws_security_group" "web" {
  # ruleid: terraform-open-admin-port
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  # ruleid: terraform-open-admin-port
  ingress {
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
    protocol    = "tcp"
    from_port   = 3000
    to_port     = 4000
  }
  # ok: terraform-open-admin-port
  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }
  # ok: terraform-open-admin-port
  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8"]
  }
  # ok: terraform-open-admin-port
  egress {
    from_port   = 0
    to_port     = 65535
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# ruleid: terraform-open-admin-port
resource "aws_security_group_rule" "db" {
  type              = "ingress"
  from_port         = 5432
  to_port           = 5432
  protocol          = "tcp"
  cidr_blocks       = ["0.0.0.0/0"]
  security_group_id = aws_security_group.web.id
}

# ruleid: terraform-open-admin-port
resource "aws_vpc_security_group_ingress_rule" "desktop" {
  cidr_ipv4   = "0.0.0.0/0"
  from_port   = 3389
  ip_protocol = "tcp"
  to_port     = 3389
}

# ruleid: terraform-open-admin-port
resource "aws_security_group_rule" "six" {
  type             = "ingress"
  from_port        = 22
  to_port          = 22
  ipv6_cidr_blocks = ["::/0"]
}

# ok: terraform-open-admin-port
resource "aws_security_group_rule" "out" {
  type        = "egress"
  from_port   = 22
  to_port     = 22
  cidr_blocks = ["0.0.0.0/0"]
}

# ok: terraform-open-admin-port
resource "aws_vpc_security_group_ingress_rule" "web" {
  cidr_ipv4   = "0.0.0.0/0"
  from_port   = 80
  to_port     = 80
  ip_protocol = "tcp"
}
