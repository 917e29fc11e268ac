# ok: julia-rules-shell, julia-rules-inside, julia-rules-weak, julia-rules-focus, julia-rules-taint
run("ls")
# ruleid: julia-rules-shell
run(cmd)
function handle(s)
  # ruleid: julia-rules-inside
  eval(s)
end
# ok: julia-rules-shell, julia-rules-inside, julia-rules-weak, julia-rules-focus, julia-rules-taint
eval(t)
# ruleid: julia-rules-weak
digest("md5", x)
# ok: julia-rules-shell, julia-rules-inside, julia-rules-weak, julia-rules-focus, julia-rules-taint
digest("sha256", x)
# ok: julia-rules-shell, julia-rules-inside, julia-rules-weak, julia-rules-focus, julia-rules-taint
execute(db, "select 1")
# ruleid: julia-rules-focus
execute(db, string("select ", x))
function serve()
  cmd = readline()
  # ruleid: julia-rules-shell, julia-rules-taint
  run(string("ls ", cmd))
  safe = quote_it(cmd)
  # ruleid: julia-rules-shell
  run(safe)
  if cmd != ""
    # ruleid: julia-rules-shell, julia-rules-taint
    run(cmd)
  end
end
