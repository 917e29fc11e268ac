-- ruleid: lua-basics-argument, lua-basics-callee
audit(1, 2)
-- ruleid: lua-basics-call
audit(1, 7)
-- ruleid: lua-basics-string
audit("x")
-- ruleid: lua-basics-argument
audit(x, 2)
-- ruleid: lua-basics-number, lua-basics-local
local a = 1000
-- ruleid: lua-basics-assign
b = 1
-- ruleid: lua-basics-regex, lua-basics-local
local c = open("/etc/passwd")
-- ruleid: lua-basics-method
proc:run(1)
-- ruleid: lua-basics-method
proc.run(1)
-- ruleid: lua-basics-member
os.execute("ls")
-- ruleid: lua-basics-member
os.execute(cmd)
-- ruleid: lua-basics-local, lua-basics-concat
local d = "a" .. b .. c
-- ruleid: lua-basics-number, lua-basics-local, lua-basics-and
local e = a and b
-- ruleid: lua-basics-number, lua-basics-local, lua-basics-not
local f = not a
-- ruleid: lua-basics-local, lua-basics-length
local g = #t
-- ruleid: lua-basics-local, lua-basics-index
local h = t[1]
-- ruleid: lua-basics-local, lua-basics-table
local i = {level = 1}
-- ruleid: lua-basics-local
local j = {1, level = 2}
-- ruleid: lua-basics-local, lua-basics-none
local k = nil
-- audit(1, 7)
