resource "aws_lambda_function_url" "open" {
  function_name = "a"
  # ruleid: terraform-public-function
  authorization_type = "NONE"
}

resource "aws_lambda_permission" "all" {
  action = "lambda:InvokeFunction"
  # ruleid: terraform-public-function
  principal = "*"
}

resource "google_cloudfunctions_function_iam_member" "all" {
  role = "roles/cloudfunctions.invoker"
  # ruleid: terraform-public-function
  member = "allUsers"
}

resource "google_cloud_run_service_iam_binding" "all" {
  # ruleid: terraform-public-function
  members = ["allUsers"]
}

resource "aws_lambda_function_url" "safe" {
  # ok: terraform-public-function
  authorization_type = "AWS_IAM"
}

resource "aws_lambda_permission" "gateway" {
  # ok: terraform-public-function
  principal = "apigateway.amazonaws.com"
}

resource "aws_lambda_permission" "one" {
  # ok: terraform-public-function
  principal  = "*"
  source_arn = aws_sns_topic.t.arn
}

resource "google_cloud_run_service_iam_member" "one" {
  # ok: terraform-public-function
  member = "serviceAccount:a@b.iam.gserviceaccount.com"
}
