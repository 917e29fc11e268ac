# ruleid: terraform-stripped-numbers-a, terraform-stripped-numbers-b, terraform-stripped-numbers-c, terraform-stripped-numbers-d, terraform-stripped-numbers-g
d = 30
# ruleid: terraform-stripped-numbers-a, terraform-stripped-numbers-c, terraform-stripped-numbers-d, terraform-stripped-numbers-e
d = "30"
d = 400
d = x
# ruleid: terraform-stripped-numbers-a, terraform-stripped-numbers-b, terraform-stripped-numbers-c
d = -3
d = 0777
# ruleid: terraform-stripped-numbers-b, terraform-stripped-numbers-g
d = 1.5
