# ruleid: terraform-heredocs-text
resource "a" "b" {
  # ruleid: terraform-heredocs-focus, terraform-heredocs-text
  policy = <<EOF
{"Action": "*"}
EOF
}
# ruleid: terraform-heredocs-text
resource "a" "c" {
  # ruleid: terraform-heredocs-text
  policy = "x"
}
