module "one" {
  # ruleid: terraform-module-not-pinned
  source = "git::https://example.org/network.git"
}

module "two" {
  # ruleid: terraform-module-not-pinned
  source = "github.com/example/network"
}

module "three" {
  # ruleid: terraform-module-not-pinned
  source = "git@github.com:example/network.git"
}

module "four" {
  # ruleid: terraform-module-not-pinned
  source = "git::https://example.org/network.git?ref=main"
}

module "tag" {
  # ok: terraform-module-not-pinned
  source = "git::https://example.org/network.git?ref=v1.2.0"
}

module "hash" {
  # ok: terraform-module-not-pinned
  source = "github.com/example/network?ref=8f4b7f84864484a7bf31766abe9204da3cbe65b3"
}

module "local" {
  # ok: terraform-module-not-pinned
  source = "./modules/network"
}

module "registry" {
  # ok: terraform-module-not-pinned
  source  = "terraform-aws-modules/vpc/aws"
  version = "5.0.0"
}
