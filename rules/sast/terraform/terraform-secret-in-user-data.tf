resource "aws_instance" "web" {
  user_data = <<-EOF
    #!/bin/bash
    # ruleid: terraform-secret-in-user-data
    export DB_PASSWORD="correct-horse"
    # ruleid: terraform-secret-in-user-data
    export AWS_SECRET_ACCESS_KEY=not-a-real-secret
    systemctl start app
    # ok: terraform-secret-in-user-data
    export DB_HOST=database
  EOF
}

resource "azurerm_linux_virtual_machine" "vm" {
  custom_data = base64encode(<<EOF
# ruleid: terraform-secret-in-user-data
API_KEY=qx81-lm20-zz
EOF
  )
}

resource "google_compute_instance" "vm" {
  # ruleid: terraform-secret-in-user-data
  metadata_startup_script = "echo db_password=battery-staple > /etc/app"
}

resource "aws_launch_template" "safe" {
  user_data = base64encode(<<-EOF
    #!/bin/bash
    # ok: terraform-secret-in-user-data
    export DB_PASSWORD=$(aws secretsmanager get-secret-value --secret-id db)
    # ok: terraform-secret-in-user-data
    export API_KEY="${var.api_key}"
    # ok: terraform-secret-in-user-data
    PASSWORD_FILE=/run/secrets/db
  EOF
  )
}

resource "aws_instance" "safe" {
  # ok: terraform-secret-in-user-data
  user_data = file("start.sh")
}
