# ruleid: terraform-gcp-open-firewall
resource "google_compute_firewall" "ssh" {
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}

# ruleid: terraform-gcp-open-firewall
resource "google_compute_firewall" "some" {
  allow {
    protocol = "icmp"
  }
  allow {
    protocol = "tcp"
    ports    = ["80", "3389"]
  }
  source_ranges = ["10.0.0.0/8", "0.0.0.0/0"]
}

# ruleid: terraform-gcp-open-firewall
resource "google_compute_firewall" "all" {
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "all"
  }
}

# ruleid: terraform-gcp-open-firewall
resource "google_compute_firewall" "tcp" {
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
  }
}

# ok: terraform-gcp-open-firewall
resource "google_compute_firewall" "web" {
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "tcp"
    ports    = ["80", "443"]
  }
}

# ok: terraform-gcp-open-firewall
resource "google_compute_firewall" "own" {
  source_ranges = ["10.0.0.0/8"]
  allow {
    protocol = "tcp"
    ports    = ["22"]
  }
}

# ok: terraform-gcp-open-firewall
resource "google_compute_firewall" "out" {
  direction     = "EGRESS"
  source_ranges = ["0.0.0.0/0"]
  allow {
    protocol = "all"
  }
}

# ok: terraform-gcp-open-firewall
resource "google_compute_firewall" "deny" {
  source_ranges = ["0.0.0.0/0"]
  deny {
    protocol = "all"
  }
}
