resource "aws_lambda_function" "app" {
  environment {
    variables = {
      # ruleid: terraform-secret-in-function-environment
      DB_PASSWORD = "correct-horse"
      # ruleid: terraform-secret-in-function-environment
      API_KEY = "qx81-lm20"
      # ok: terraform-secret-in-function-environment
      DB_HOST = "database"
      # ok: terraform-secret-in-function-environment
      SECRET_ARN = "arn:aws:secretsmanager:eu-west-1:1:secret:a"
    }
  }
}

resource "google_cloudfunctions_function" "app" {
  environment_variables = {
    # ruleid: terraform-secret-in-function-environment
    TOKEN = "frodo-lives"
  }
}

resource "aws_ecs_task_definition" "app" {
  container_definitions = jsonencode([{
    environment = [
      # ruleid: terraform-secret-in-function-environment
      { name = "JWT_SECRET", value = "whisper-loudly" },
      # ok: terraform-secret-in-function-environment
      { name = "LEVEL", value = "debug" }
    ]
  }])
}

resource "aws_lambda_function" "safe" {
  environment {
    variables = {
      # ok: terraform-secret-in-function-environment
      DB_PASSWORD = var.db_password
      # ok: terraform-secret-in-function-environment
      API_KEY = data.aws_ssm_parameter.key.value
      # ok: terraform-secret-in-function-environment
      TOKEN = "${var.token}"
      # ok: terraform-secret-in-function-environment
      SECRET = ""
    }
  }
}
