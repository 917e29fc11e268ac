# ruleid: julia-basics-argument, julia-basics-callee
audit(1, 2)
# ruleid: julia-basics-call
audit(1, 7)
# ruleid: julia-basics-named
audit("x", level = 3)
# ruleid: julia-basics-string
audit("x")
# ruleid: julia-basics-argument
audit(x, 2)
# ruleid: julia-basics-number, julia-basics-assign
a = level(1000)
# ruleid: julia-basics-member
vault.load(path)
# ok: julia-basics-call, julia-basics-argument, julia-basics-named, julia-basics-callee, julia-basics-string, julia-basics-number, julia-basics-assign, julia-basics-member, julia-basics-index, julia-basics-sum, julia-basics-and, julia-basics-not, julia-basics-typed, julia-basics-vector, julia-basics-block, julia-basics-macro
other.load(path)
# ruleid: julia-basics-index
d[1]
# ruleid: julia-basics-sum
1 + 2
# ruleid: julia-basics-and
a && b
# ruleid: julia-basics-not
!a
# ruleid: julia-basics-typed
a::Int
# ok: julia-basics-call, julia-basics-argument, julia-basics-named, julia-basics-callee, julia-basics-string, julia-basics-number, julia-basics-assign, julia-basics-member, julia-basics-index, julia-basics-sum, julia-basics-and, julia-basics-not, julia-basics-typed, julia-basics-vector, julia-basics-block, julia-basics-macro
[1, 2]
# ruleid: julia-basics-vector
[2, 1]
# ruleid: julia-basics-block
map(l) do x
  x
end
# ruleid: julia-basics-sum
x -> x + 1
# ruleid: julia-basics-macro
@check a
# audit(1, 7)
