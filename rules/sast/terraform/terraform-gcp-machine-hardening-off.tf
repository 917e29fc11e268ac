resource "google_compute_instance" "vm" {
  metadata = {
    # ruleid: terraform-gcp-machine-hardening-off
    serial-port-enable = true
    # ruleid: terraform-gcp-machine-hardening-off
    enable-oslogin = "FALSE"
  }
  shielded_instance_config {
    # ruleid: terraform-gcp-machine-hardening-off
    enable_vtpm = false
    # ruleid: terraform-gcp-machine-hardening-off
    enable_integrity_monitoring = false
  }
}

resource "google_container_cluster" "main" {
  # ruleid: terraform-gcp-machine-hardening-off
  enable_shielded_nodes = false
}

resource "google_compute_instance" "safe" {
  metadata = {
    # ok: terraform-gcp-machine-hardening-off
    serial-port-enable = false
    # ok: terraform-gcp-machine-hardening-off
    enable-oslogin = "TRUE"
  }
  shielded_instance_config {
    # ok: terraform-gcp-machine-hardening-off
    enable_vtpm = true
  }
}

resource "google_container_cluster" "safe" {
  # ok: terraform-gcp-machine-hardening-off
  enable_shielded_nodes = true
}

resource "example" "other" {
  # ok: terraform-gcp-machine-hardening-off
  serial-port-enable = true
}
