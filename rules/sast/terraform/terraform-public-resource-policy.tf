resource "aws_sqs_queue_policy" "all" {
  policy = jsonencode({
    Statement = [
      # ruleid: terraform-public-resource-policy
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "sqs:SendMessage"
        Resource  = aws_sqs_queue.q.arn
      },
      # ruleid: terraform-public-resource-policy
      { Effect = "Allow", Principal = { AWS = "*" }, Action = "sqs:*", Resource = "*" },
      # ok: terraform-public-resource-policy
      {
        Effect    = "Allow"
        Principal = "*"
        Action    = "sqs:SendMessage"
        Condition = { ArnEquals = { "aws:SourceArn" = aws_sns_topic.t.arn } }
      },
      # ok: terraform-public-resource-policy
      { Effect = "Deny", Principal = "*", Action = "*" },
      # ok: terraform-public-resource-policy
      { Effect = "Allow", Principal = { Service = "s3.amazonaws.com" }, Action = "sqs:SendMessage" },
    ]
  })
}

data "aws_iam_policy_document" "topic" {
  # ruleid: terraform-public-resource-policy
  statement {
    actions   = ["sns:Publish"]
    resources = ["*"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
  # ok: terraform-public-resource-policy
  statement {
    actions = ["sns:Publish"]
    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
    condition {
      test     = "StringEquals"
      variable = "AWS:SourceOwner"
      values   = ["123456789012"]
    }
  }
  # ok: terraform-public-resource-policy
  statement {
    actions = ["sns:Publish"]
    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:root"]
    }
  }
}

resource "aws_ecr_repository_policy" "text" {
  policy = <<EOF
{
  "Statement": [
    # ruleid: terraform-public-resource-policy
    {
      "Effect": "Allow",
      "Principal": "*",
      "Action": ["ecr:*"]
    },
    # ok: terraform-public-resource-policy
    {
      "Effect": "Allow",
      "Principal": {"AWS": "arn:aws:iam::123456789012:root"},
      "Action": ["ecr:*"]
    }
  ]
}
EOF
}
