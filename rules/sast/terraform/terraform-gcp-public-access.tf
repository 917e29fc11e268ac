resource "google_storage_bucket_iam_member" "all" {
  role = "roles/storage.objectViewer"
  # ruleid: terraform-gcp-public-access
  member = "allUsers"
}

resource "google_storage_bucket_iam_binding" "all" {
  # ruleid: terraform-gcp-public-access
  members = ["user:a@example.org", "allAuthenticatedUsers"]
}

resource "google_storage_default_object_access_control" "all" {
  # ruleid: terraform-gcp-public-access
  entity = "allUsers"
}

resource "google_pubsub_topic_iam_member" "all" {
  # ruleid: terraform-gcp-public-access
  member = "allAuthenticatedUsers"
}

resource "google_bigquery_dataset_access" "all" {
  # ruleid: terraform-gcp-public-access
  special_group = "allAuthenticatedUsers"
}

resource "google_storage_bucket_iam_member" "one" {
  # ok: terraform-gcp-public-access
  member = "user:a@example.org"
}

resource "google_storage_bucket_iam_binding" "some" {
  # ok: terraform-gcp-public-access
  members = ["group:b@example.org"]
}

resource "google_project_iam_member" "given" {
  # ok: terraform-gcp-public-access
  member = var.member
}

resource "example" "other" {
  # ok: terraform-gcp-public-access
  member = "allUsers"
}
