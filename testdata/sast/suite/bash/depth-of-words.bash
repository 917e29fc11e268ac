# ruleid: bash-depth-of-words-any
foo bar
# ok: bash-depth-of-words-any
foo bar baz
# ruleid: bash-depth-of-words-any
foo "$(echo x | bar)"
# ok: bash-depth-of-words-any
foo other
