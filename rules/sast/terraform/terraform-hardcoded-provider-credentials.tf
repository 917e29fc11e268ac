provider "aws" {
  region = "eu-west-1"
  # ruleid: terraform-hardcoded-provider-credentials
  access_key = "not-a-real-access-key"
  # ruleid: terraform-hardcoded-provider-credentials
  secret_key = "not-a-real-secret-key"
}

provider "azurerm" {
  features {}
  client_id = "00000000-0000-0000-0000-000000000000"
  # ruleid: terraform-hardcoded-provider-credentials
  client_secret = "correct-horse-battery"
}

provider "github" {
  # ruleid: terraform-hardcoded-provider-credentials
  token = "frodo-lives-here"
}

terraform {
  backend "s3" {
    bucket = "state"
    # ruleid: terraform-hardcoded-provider-credentials
    secret_key = "not-a-real-secret-key"
  }
}

provider "datadog" {
  # ok: terraform-hardcoded-provider-credentials
  api_key = var.datadog
}

provider "aws" {
  alias = "local"
  # ok: terraform-hardcoded-provider-credentials
  access_key = "test"
  # ok: terraform-hardcoded-provider-credentials
  secret_key = "mock_secret_key"
}

provider "github" {
  alias = "two"
  # ok: terraform-hardcoded-provider-credentials
  token = file("token.txt")
}

provider "kubernetes" {
  # ok: terraform-hardcoded-provider-credentials
  token = data.aws_eks_cluster_auth.this.token
}
