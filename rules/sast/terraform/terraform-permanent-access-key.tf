# ruleid: terraform-permanent-access-key
resource "aws_iam_access_key" "ci" {
  user = aws_iam_user.ci.name
}

# ruleid: terraform-permanent-access-key
resource "google_service_account_key" "ci" {
  service_account_id = google_service_account.ci.name
}

# ruleid: terraform-permanent-access-key
resource "aws_iam_user_login_profile" "alice" {
  user = "alice"
}

# ruleid: terraform-permanent-access-key
resource "aws_iam_access_key" "mail" {
  user   = "mail"
  status = "Active"
}

# ok: terraform-permanent-access-key
resource "aws_iam_role" "ci" {
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

# ok: terraform-permanent-access-key
resource "aws_iam_user" "ci" {
  name = "ci"
}

# ok: terraform-permanent-access-key
resource "google_service_account" "ci" {
  account_id = "ci"
}

# ok: terraform-permanent-access-key
data "google_service_account_key" "ci" {
  name = "x"
}
