# ruleid: r-basics-argument, r-basics-callee
audit(1, 2)
# ruleid: r-basics-call
audit(1, 7)
# ruleid: r-basics-named, r-basics-string
audit("x", level = 3)
# ruleid: r-basics-argument, r-basics-string
audit('x', 2)
# ruleid: r-basics-number, r-basics-arrow
a <- 1000
# ruleid: r-basics-equals
b = 1
# ruleid: r-basics-right
1 -> c
# ruleid: r-basics-outer
d <<- 2
# ruleid: r-basics-member
d$password
# ruleid: r-basics-index
d[["key"]]
# ruleid: r-basics-space
vault::load(x)
# ok: r-basics-call, r-basics-argument, r-basics-named, r-basics-callee, r-basics-string, r-basics-number, r-basics-arrow, r-basics-equals, r-basics-right, r-basics-outer, r-basics-member, r-basics-index, r-basics-space, r-basics-pipe, r-basics-true, r-basics-not, r-basics-sum
load(x)
# ruleid: r-basics-pipe
x %>% run(1)
# ruleid: r-basics-arrow, r-basics-true
e <- TRUE
# ruleid: r-basics-true, r-basics-not
!e
# ruleid: r-basics-arrow, r-basics-sum
f <- 1 + 2
# audit(1, 7)
