# ruleid: terraform-operations-equal, terraform-operations-literal
e = var.a == "b" ? 1 : 2
# ruleid: terraform-operations-equal, terraform-operations-literal
f = var.a == "b"
# ruleid: terraform-operations-equal
g = { x = a == b }
# ruleid: terraform-operations-equal, terraform-operations-not
h = !var.a && b == c
# ok: terraform-operations-equal, terraform-operations-literal, terraform-operations-not
i = 1 + 2
