resource "aws_iam_role_policy_attachment" "ci" {
  role = aws_iam_role.ci.name
  # ruleid: terraform-administrator-policy-attached
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_role" "build" {
  managed_policy_arns = [
    "arn:aws:iam::aws:policy/ReadOnlyAccess",
    # ruleid: terraform-administrator-policy-attached
    "arn:aws:iam::aws:policy/IAMFullAccess",
  ]
}

resource "aws_iam_user_policy_attachment" "gov" {
  # ruleid: terraform-administrator-policy-attached
  policy_arn = "arn:aws-us-gov:iam::aws:policy/AdministratorAccess"
}

module "role" {
  source = "example/role"
  # ruleid: terraform-administrator-policy-attached
  policies = ["arn:aws:iam::aws:policy/PowerUserAccess"]
}

resource "aws_iam_role_policy_attachment" "safe" {
  # ok: terraform-administrator-policy-attached
  policy_arn = "arn:aws:iam::aws:policy/ReadOnlyAccess"
}

resource "aws_iam_role_policy_attachment" "own" {
  # ok: terraform-administrator-policy-attached
  policy_arn = aws_iam_policy.own.arn
}

resource "aws_iam_role_policy_attachment" "amplify" {
  # ok: terraform-administrator-policy-attached
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess-Amplify"
}

locals {
  # ok: terraform-administrator-policy-attached
  note = "not AdministratorAccess"
}
