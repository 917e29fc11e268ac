# ruleid: terraform-texts-and-names-a
a = ["b", b]
# ruleid: terraform-texts-and-names-b
a = ["b", x.b]
# ruleid: terraform-texts-and-names-c
a = [b, "b"]
# ruleid: terraform-texts-and-names-d
resource "r" "n" {
  # ruleid: terraform-texts-and-names-g, terraform-texts-and-names-h
  x = r.n.id
}
# ruleid: terraform-texts-and-names-e
resource "r" "n" {
  x = n
}
y = 1
# ruleid: terraform-texts-and-names-f, terraform-texts-and-names-j
x = a[0]
# ruleid: terraform-texts-and-names-g, terraform-texts-and-names-h
x = a.*.b
# ruleid: terraform-texts-and-names-g
x = a[*].b
# ruleid: terraform-texts-and-names-f, terraform-texts-and-names-i
x = a[*]
# ruleid: terraform-texts-and-names-f, terraform-texts-and-names-j
x = a.0
# ruleid: terraform-texts-and-names-f
x = a["k"]
# ruleid: terraform-texts-and-names-g
x = a.b
# ruleid: terraform-texts-and-names-g, terraform-texts-and-names-h
x = a.b.c
