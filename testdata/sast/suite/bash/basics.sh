# ruleid: bash-basics-cmd
curl a b
# ruleid: bash-basics-two
rm -rf x
# ruleid: bash-basics-two
rm -rf $y
# ruleid: bash-basics-cmd, bash-basics-pipe
curl a | bash
# ruleid: bash-basics-cmd
curl a | sh
# ruleid: bash-basics-assign
x=1
# ruleid: bash-basics-if
if [ a = b ]; then
  echo c
fi
# ruleid: bash-basics-cmd, bash-basics-assign, bash-basics-sub
y=$(curl a)
# ruleid: bash-basics-eval
eval $x
# ok: bash-basics-cmd, bash-basics-two, bash-basics-pipe, bash-basics-assign, bash-basics-if, bash-basics-sub, bash-basics-eval, bash-basics-str
foo() {
  echo d
}
# ruleid: bash-basics-str
echo hello
# ruleid: bash-basics-str
echo "hello"
# ruleid: bash-basics-str
echo 'hello'
