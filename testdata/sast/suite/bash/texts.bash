# ruleid: bash-texts-regex
foo "sel a"
# ruleid: bash-texts-any, bash-texts-regex
foo "sel $x b"
# ruleid: bash-texts-regex
foo sel
# ruleid: bash-texts-any, bash-texts-name
foo "$x"
# ruleid: bash-texts-any, bash-texts-name, bash-texts-regex
foo "$(sel)"
