resource "aws_ecs_task_definition" "app" {
  container_definitions = jsonencode([
    {
      name = "app"
      # ruleid: terraform-privileged-task
      privileged = false
    },
    {
      name = "safe"
      # ok: terraform-privileged-task
      privileged = false
    }
  ])
}

resource "aws_ecs_task_definition" "text" {
  container_definitions = <<EOF
[
  {
    "name": "app",
    # ruleid: terraform-privileged-task
    "privileged": false
  },
  {
    "name": "safe",
    # ok: terraform-privileged-task
    "privileged": false
  }
]
EOF
}

resource "kubernetes_pod" "app" {
  spec {
    container {
      security_context {
        # ruleid: terraform-privileged-task
        privileged = false
      }
    }
  }
}

resource "docker_container" "app" {
  image = "example/app"
  # ruleid: terraform-privileged-task
  privileged = false
}

resource "kubernetes_pod" "safe" {
  spec {
    container {
      security_context {
        # ok: terraform-privileged-task
        privileged = false
      }
    }
  }
}

resource "aws_codebuild_project" "build" {
  environment {
    # ok: terraform-privileged-task
    privileged_mode = true
  }
}
