resource "aws_iam_policy" "encoded" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      # ruleid: terraform-wildcard-iam-policy
      {
        Effect   = "Allow"
        Action   = "*"
        Resource = "*"
      },
      # ruleid: terraform-wildcard-iam-policy
      { Effect = "Allow", Resource = ["*"], Action = ["*"] },
      # ok: terraform-wildcard-iam-policy
      { Effect = "Deny", Action = "*", Resource = "*" },
      # ok: terraform-wildcard-iam-policy
      { Effect = "Allow", Action = "s3:*", Resource = "*" },
      # ok: terraform-wildcard-iam-policy
      { Effect = "Allow", Action = "*", Resource = aws_s3_bucket.own.arn },
    ]
  })
}

data "aws_iam_policy_document" "admin" {
  # ruleid: terraform-wildcard-iam-policy
  statement {
    actions   = ["*"]
    resources = ["*"]
  }
  # ok: terraform-wildcard-iam-policy
  statement {
    effect    = "Deny"
    actions   = ["*"]
    resources = ["*"]
  }
  # ok: terraform-wildcard-iam-policy
  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "text" {
  policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    # ruleid: terraform-wildcard-iam-policy
    {
      "Effect": "Allow",
      "Action": "*",
      "Resource": "*"
    },
    # ok: terraform-wildcard-iam-policy
    {
      "Effect": "Allow",
      "Action": "logs:*",
      "Resource": "*"
    }
  ]
}
EOF
}
