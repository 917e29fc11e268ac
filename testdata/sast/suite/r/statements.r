# ruleid: r-statements-library
library(shiny)
# ruleid: r-statements-function, r-statements-lambda
a <- function(x, y) {
  # ruleid: r-statements-sequence
  v <- source(x)
  other(v)
  sink(v)
  # ruleid: r-statements-return
  return(v)
}
# ruleid: r-statements-parameter
b <- function(x) x + 1
# ruleid: r-statements-if
if (a) { audit(1) }
# ruleid: r-statements-if, r-statements-else
if (a) audit(1) else audit(2)
# ruleid: r-statements-for
for (i in 1:10) { audit(i) }
# ruleid: r-statements-while
while (TRUE) { break }
# ruleid: r-statements-repeat
repeat { next }
# ruleid: r-statements-eval
eval(parse(text = x))
# ok: r-statements-function, r-statements-lambda, r-statements-parameter, r-statements-if, r-statements-else, r-statements-for, r-statements-while, r-statements-repeat, r-statements-return, r-statements-sequence, r-statements-library, r-statements-eval, r-statements-shell
eval(parse(file = x))
# ruleid: r-statements-shell
system(paste("ls", x))
# ok: r-statements-function, r-statements-lambda, r-statements-parameter, r-statements-if, r-statements-else, r-statements-for, r-statements-while, r-statements-repeat, r-statements-return, r-statements-sequence, r-statements-library, r-statements-eval, r-statements-shell
system("ls")
