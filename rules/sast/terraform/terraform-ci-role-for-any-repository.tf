data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]
    # ruleid: terraform-ci-role-for-any-repository
    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:*"]
    }
    # ok: terraform-ci-role-for-any-repository
    condition {
      test     = "StringEquals"
      variable = "token.actions.githubusercontent.com:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
  statement {
    # ruleid: terraform-ci-role-for-any-repository
    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:example/app:*", "*"]
    }
    # ok: terraform-ci-role-for-any-repository
    condition {
      test     = "StringLike"
      variable = "token.actions.githubusercontent.com:sub"
      values   = ["repo:example/*:ref:refs/heads/main"]
    }
  }
}

resource "aws_iam_role" "ci" {
  assume_role_policy = jsonencode({
    Statement = [{
      Condition = {
        StringLike = {
          # ruleid: terraform-ci-role-for-any-repository
          "token.actions.githubusercontent.com:sub" = "repo:*/*:*"
        }
        StringEquals = {
          # ok: terraform-ci-role-for-any-repository
          "token.actions.githubusercontent.com:sub" = "repo:example/app:ref:refs/heads/main"
        }
      }
    }]
  })
}

resource "aws_iam_role" "text" {
  assume_role_policy = <<EOF
{
  "Condition": {
    # ruleid: terraform-ci-role-for-any-repository
    "StringLike": {"token.actions.githubusercontent.com:sub": "*"},
    # ok: terraform-ci-role-for-any-repository
    "StringEquals": {"token.actions.githubusercontent.com:aud": "sts.amazonaws.com"}
  }
}
EOF
}
