resource "mill" "m" {
  # ruleid: terraform-accesses-in-operations-and, terraform-accesses-in-operations-not, terraform-accesses-in-operations-var, terraform-accesses-in-operations-path
  grind = var.wet && !var.dry.sack
  # ruleid: terraform-accesses-in-operations-and, terraform-accesses-in-operations-eq, terraform-accesses-in-operations-var, terraform-accesses-in-operations-path
  sift  = var.a == var.b.c && var.d
  # ruleid: terraform-accesses-in-operations-plus, terraform-accesses-in-operations-var
  pour  = -var.x[0] + local.y.z
  # ruleid: terraform-accesses-in-operations-not, terraform-accesses-in-operations-var
  hold  = !var.open
  # ruleid: terraform-accesses-in-operations-var, terraform-accesses-in-operations-for
  bins  = { for k, v in var.bins : k => v... }
}
