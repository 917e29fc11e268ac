# ruleid: bash-commands-and-words-a, bash-commands-and-words-i, bash-commands-and-words-j, bash-commands-and-words-k, bash-commands-and-words-r
a && b
# ruleid: bash-commands-and-words-i, bash-commands-and-words-j, bash-commands-and-words-r, bash-commands-and-words-s
a x && b
# ruleid: bash-commands-and-words-k, bash-commands-and-words-r, bash-commands-and-words-s
a && b x
# ruleid: bash-commands-and-words-r
[ x ] && y
# ruleid: bash-commands-and-words-r
[[ x == y ]] && y
# ruleid: bash-commands-and-words-a, bash-commands-and-words-i, bash-commands-and-words-j, bash-commands-and-words-r
$a && b
# ruleid: bash-commands-and-words-a, bash-commands-and-words-i, bash-commands-and-words-j, bash-commands-and-words-r
"$a" && b
# ruleid: bash-commands-and-words-j, bash-commands-and-words-r
(a) && b
# ruleid: bash-commands-and-words-h, bash-commands-and-words-j, bash-commands-and-words-r
a | c && b
# ruleid: bash-commands-and-words-b, bash-commands-and-words-r, bash-commands-and-words-s
a || exit 1
# ruleid: bash-commands-and-words-r, bash-commands-and-words-s
a x || exit 1
# ruleid: bash-commands-and-words-d
N="x"
# ruleid: bash-commands-and-words-c, bash-commands-and-words-d, bash-commands-and-words-e
N="$x"
# ruleid: bash-commands-and-words-d
N="$x y"
# ruleid: bash-commands-and-words-d
N=x
# ruleid: bash-commands-and-words-d
N=$x
# ruleid: bash-commands-and-words-d
M="x"
# ruleid: bash-commands-and-words-g, bash-commands-and-words-r, bash-commands-and-words-s
foo "x"
# ruleid: bash-commands-and-words-f, bash-commands-and-words-g, bash-commands-and-words-r, bash-commands-and-words-s
foo "$x"
# ruleid: bash-commands-and-words-g, bash-commands-and-words-r, bash-commands-and-words-s
foo x
# ruleid: bash-commands-and-words-g, bash-commands-and-words-r, bash-commands-and-words-s
foo $x
# ruleid: bash-commands-and-words-g, bash-commands-and-words-r, bash-commands-and-words-s
foo "$x y"
# ruleid: bash-commands-and-words-g, bash-commands-and-words-r, bash-commands-and-words-s
foo 'x'
# ruleid: bash-commands-and-words-h, bash-commands-and-words-r
a | b
# ruleid: bash-commands-and-words-r, bash-commands-and-words-s
a x | b
# ruleid: bash-commands-and-words-r, bash-commands-and-words-s
a | b x
# ruleid: bash-commands-and-words-l, bash-commands-and-words-r
! a
# ruleid: bash-commands-and-words-r
a; b
# ruleid: bash-commands-and-words-n, bash-commands-and-words-r
if a; then b; fi
# ruleid: bash-commands-and-words-r, bash-commands-and-words-s
if a x; then b; fi
# ruleid: bash-commands-and-words-r
if [ -f x ]; then b; fi
# ruleid: bash-commands-and-words-r
if [ x ]; then b; fi
# ruleid: bash-commands-and-words-r
if [ "$x" = "y" ]; then b; fi
# ruleid: bash-commands-and-words-p, bash-commands-and-words-r
if [[ $x == y ]]; then b; fi
# ruleid: bash-commands-and-words-p, bash-commands-and-words-r
if [[ "$x" == "y" ]]; then b; fi
# ruleid: bash-commands-and-words-r, bash-commands-and-words-t
rm -r x
# ruleid: bash-commands-and-words-r, bash-commands-and-words-t
rm -r -f x
# ruleid: bash-commands-and-words-r
sudo rm -r x
