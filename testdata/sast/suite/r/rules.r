# ok: r-rules-shell, r-rules-inside, r-rules-weak, r-rules-focus, r-rules-taint
system("ls")
# ruleid: r-rules-shell
system(cmd)
# ruleid: r-rules-shell
system2(cmd, args)
handle <- function(s, x) {
  # ruleid: r-rules-inside
  eval(s)
}
# ok: r-rules-shell, r-rules-inside, r-rules-weak, r-rules-focus, r-rules-taint
eval(t)
# ruleid: r-rules-weak
digest(x, algo = "md5")
# ok: r-rules-shell, r-rules-inside, r-rules-weak, r-rules-focus, r-rules-taint
digest(x, algo = "sha256")
# ok: r-rules-shell, r-rules-inside, r-rules-weak, r-rules-focus, r-rules-taint
dbGetQuery(db, "select 1")
# ruleid: r-rules-focus
dbGetQuery(db, paste("select", x))
serve <- function() {
  cmd <- readline("x")
  # ruleid: r-rules-shell, r-rules-taint
  system(paste("ls", cmd))
  safe <- shQuote(cmd)
  # ruleid: r-rules-shell
  system(safe)
}
