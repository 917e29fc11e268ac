resource "google_project_iam_member" "ci" {
  # ruleid: terraform-gcp-primitive-role
  role   = "roles/editor"
  member = "serviceAccount:ci@example.iam.gserviceaccount.com"
}

resource "google_project_iam_binding" "owners" {
  # ruleid: terraform-gcp-primitive-role
  role = "roles/owner"
}

resource "google_folder_iam_member" "folder" {
  # ruleid: terraform-gcp-primitive-role
  role = "roles/owner"
}

resource "google_organization_iam_member" "all" {
  org_id = "1"
  # ruleid: terraform-gcp-primitive-role
  role = "roles/editor"
}

resource "google_project_iam_member" "safe" {
  # ok: terraform-gcp-primitive-role
  role = "roles/storage.objectViewer"
}

resource "google_project_iam_member" "reads" {
  # ok: terraform-gcp-primitive-role
  role = "roles/viewer"
}

resource "google_project_iam_member" "given" {
  # ok: terraform-gcp-primitive-role
  role = var.role
}

resource "example" "other" {
  # ok: terraform-gcp-primitive-role
  role = "roles/owner"
}
