resource "aws_iam_policy" "deploy" {
  policy = jsonencode({
    Statement = [
      # ruleid: terraform-role-may-be-passed-anywhere
      { Effect = "Allow", Action = ["ecs:*", "iam:PassRole"], Resource = "*" },
      # ruleid: terraform-role-may-be-passed-anywhere
      { Effect = "Allow", Action = "iam:*", Resource = "*" },
      # ok: terraform-role-may-be-passed-anywhere
      { Effect = "Allow", Action = "iam:PassRole", Resource = aws_iam_role.task.arn },
      # ok: terraform-role-may-be-passed-anywhere
      { Effect = "Deny", Action = "iam:PassRole", Resource = "*" },
      # ok: terraform-role-may-be-passed-anywhere
      {
        Effect    = "Allow"
        Action    = "iam:PassRole"
        Resource  = "*"
        Condition = { StringEquals = { "iam:PassedToService" = "ecs-tasks.amazonaws.com" } }
      },
    ]
  })
}

data "aws_iam_policy_document" "ci" {
  # ruleid: terraform-role-may-be-passed-anywhere
  statement {
    actions   = ["iam:PassRole", "lambda:CreateFunction"]
    resources = ["*"]
  }
  # ruleid: terraform-role-may-be-passed-anywhere
  statement {
    resources = ["*"]
    actions   = ["iam:PutRolePolicy"]
  }
  # ok: terraform-role-may-be-passed-anywhere
  statement {
    actions   = ["iam:GetRole", "iam:ListRoles"]
    resources = ["*"]
  }
  # ok: terraform-role-may-be-passed-anywhere
  statement {
    actions   = ["iam:PassRole"]
    resources = ["arn:aws:iam::123456789012:role/task-*"]
  }
}
