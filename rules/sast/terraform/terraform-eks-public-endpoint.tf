resource "aws_eks_cluster" "main" {
  vpc_config {
    # ruleid: terraform-eks-public-endpoint
    endpoint_public_access = true
  }
}

resource "aws_eks_cluster" "open" {
  vpc_config {
    endpoint_public_access = true
    # ruleid: terraform-eks-public-endpoint
    public_access_cidrs = ["0.0.0.0/0"]
  }
}

resource "google_container_cluster" "main" {
  master_authorized_networks_config {
    cidr_blocks {
      # ruleid: terraform-eks-public-endpoint
      cidr_block = "0.0.0.0/0"
    }
  }
}

resource "azurerm_kubernetes_cluster" "main" {
  # ruleid: terraform-eks-public-endpoint
  api_server_authorized_ip_ranges = ["0.0.0.0/0"]
}

resource "aws_eks_cluster" "safe" {
  vpc_config {
    # ok: terraform-eks-public-endpoint
    endpoint_public_access = false
  }
}

resource "aws_eks_cluster" "named" {
  vpc_config {
    # ok: terraform-eks-public-endpoint
    endpoint_public_access = true
    # ok: terraform-eks-public-endpoint
    public_access_cidrs = ["203.0.113.0/24"]
  }
}

resource "google_container_cluster" "named" {
  master_authorized_networks_config {
    cidr_blocks {
      # ok: terraform-eks-public-endpoint
      cidr_block = "203.0.113.0/24"
    }
  }
}

resource "aws_route" "out" {
  # ok: terraform-eks-public-endpoint
  destination_cidr_block = "0.0.0.0/0"
}
