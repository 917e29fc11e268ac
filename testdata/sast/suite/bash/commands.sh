# ruleid: bash-commands
curl -k https://x
sudo curl a
# ruleid: bash-commands
x=$(curl b)
# ruleid: bash-commands
a | curl c | d
# ruleid: bash-commands
if curl d; then e; fi
f=$(cat a)
rm $f
eval "x"
# ruleid: bash-commands
eval "$x"
# ruleid: bash-commands
eval "a $x"
# ruleid: bash-commands
chmod 777 a b
# ruleid: bash-commands
[[ $a == $b ]]
# ruleid: bash-commands
[[ a == b ]] && c
# ruleid: bash-commands
echo a b > f
# ruleid: bash-commands
echo "$x" > f
# ruleid: bash-commands
ssh -o StrictHostKeyChecking=no a
ssh a
# ruleid: bash-commands
source ./x
. ./x
# ruleid: bash-commands
foo() { curl x; }
# ruleid: bash-commands
curl a && b
# ruleid: bash-commands
! curl x
# ruleid: bash-commands
curl x &
time curl x
