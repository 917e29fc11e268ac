# ruleid: julia-statements-using
using Danger
# ruleid: julia-statements-import
import Other
# ruleid: julia-statements-function
function a(x, y)
  # ruleid: julia-statements-sequence
  v = source(x)
  other(v)
  sink(v)
  # ruleid: julia-statements-return
  return v
end
# ruleid: julia-statements-short, julia-statements-return
b(x) = x
# ruleid: julia-statements-if
if x == 1
  audit(1)
else
  audit(2)
end
# ruleid: julia-statements-for
for i in 1:10
  audit(i)
end
# ruleid: julia-statements-while
while true
  break
end
# ruleid: julia-statements-try
try
  audit(1)
catch
  audit(2)
end
# ok: julia-statements-function, julia-statements-short, julia-statements-if, julia-statements-for, julia-statements-while, julia-statements-try, julia-statements-struct, julia-statements-return, julia-statements-using, julia-statements-import, julia-statements-sequence
let
  c = 1
end
# ruleid: julia-statements-struct
struct P
  a::Int
end
