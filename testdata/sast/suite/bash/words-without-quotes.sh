# ruleid: bash-words-without-quotes-word
echo "plain"
# ok: bash-words-without-quotes-word, bash-words-without-quotes-quoted, bash-words-without-quotes-set
echo 'plain'
# ruleid: bash-words-without-quotes-quoted
echo "$plain"
# ruleid: bash-words-without-quotes-set
export SACK="plain"
