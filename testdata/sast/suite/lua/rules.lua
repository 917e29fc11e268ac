-- ok: lua-rules-shell, lua-rules-inside, lua-rules-weak, lua-rules-focus, lua-rules-taint
os.execute("ls")
-- ruleid: lua-rules-shell
os.execute(cmd)
-- ruleid: lua-rules-shell
io.popen(cmd, "r")
function handle(s)
  -- ruleid: lua-rules-inside
  loadstring(s)
end
-- ok: lua-rules-shell, lua-rules-inside, lua-rules-weak, lua-rules-focus, lua-rules-taint
loadstring(t)
-- ruleid: lua-rules-weak
crypto.digest("md5", x)
-- ok: lua-rules-shell, lua-rules-inside, lua-rules-weak, lua-rules-focus, lua-rules-taint
crypto.digest("sha256", x)
-- ok: lua-rules-shell, lua-rules-inside, lua-rules-weak, lua-rules-focus, lua-rules-taint
db:execute("select 1")
-- ruleid: lua-rules-focus
db:execute("select " .. x)
function serve()
  local args = ngx.req.get_uri_args()
  -- ruleid: lua-rules-shell
  os.execute("ls " .. args.dir)
  local safe = quote(args.dir)
  -- ruleid: lua-rules-shell
  os.execute(safe)
  if args.x then
    -- ruleid: lua-rules-shell
    os.execute(args.x)
  end
end
