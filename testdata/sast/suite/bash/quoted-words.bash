# ok: bash-quoted-words-any
IFS=$'\n'
# ok: bash-quoted-words-any
foo '$x'
# ruleid: bash-quoted-words-any
foo "$x"
# ok: bash-quoted-words-any
foo "a"
