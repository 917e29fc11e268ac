# ruleid: blocks
resource "store" "a" {
  name = "x"
  open = true
}
# ok: blocks
resource "store" "b" {
  open = false
}
