# ruleid: terraform-secret-variable-not-sensitive
variable "db_password" {
  type = string
}

# ruleid: terraform-secret-variable-not-sensitive
variable "api_key" {
  description = "Key of the service"
}

# ruleid: terraform-secret-variable-not-sensitive
variable "client_secret" {
  type      = string
  sensitive = false
}

# ruleid: terraform-secret-variable-not-sensitive
variable "token" {}

# ok: terraform-secret-variable-not-sensitive
variable "safe_password" {
  type      = string
  sensitive = true
}

# ok: terraform-secret-variable-not-sensitive
variable "password_length" {
  type = number
}

# ok: terraform-secret-variable-not-sensitive
variable "create_password" {
  type = bool
}

# ok: terraform-secret-variable-not-sensitive
variable "token_url" {
  type = string
}
