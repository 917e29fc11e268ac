-- ruleid: lua-statements-function, lua-statements-parameters
function a(x, y)
  -- ruleid: lua-statements-sequence
  local v = source(x)
  other(v)
  sink(v)
end
-- ruleid: lua-statements-function, lua-statements-local-function, lua-statements-inner
local function b(x)
  audit(x)
end
-- ruleid: lua-statements-function, lua-statements-member
function M.c(self)
  return 1
end
-- ruleid: lua-statements-lambda
local d = function(x) return x end
-- ruleid: lua-statements-if, lua-statements-same
if x == x then audit(1) end
-- ruleid: lua-statements-if
if x then audit(1) else audit(2) end
-- ruleid: lua-statements-for
for i = 1, 10 do audit(i) end
-- ruleid: lua-statements-each
for k, v in pairs(t) do audit(k) end
-- ok: lua-statements-function, lua-statements-parameters, lua-statements-local-function, lua-statements-member, lua-statements-lambda, lua-statements-if, lua-statements-same, lua-statements-for, lua-statements-each, lua-statements-while, lua-statements-repeat, lua-statements-sequence, lua-statements-inner
for k, v in ipairs(t) do audit(k) end
-- ruleid: lua-statements-while
while true do break end
-- ruleid: lua-statements-repeat
repeat audit(1) until x
