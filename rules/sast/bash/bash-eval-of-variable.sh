#!/bin/bash
command="ls $folder"
# ruleid: bash-eval-of-variable
eval "$command"
# ruleid: bash-eval-of-variable
eval $command
# ruleid: bash-eval-of-variable
eval "${prefix}_name=3"
# ruleid: bash-eval-of-variable
eval "export $name"

# ok: bash-eval-of-variable
eval "$(ssh-agent -s)"
# ok: bash-eval-of-variable
eval 'echo done'
list=(ls -l)
# ok: bash-eval-of-variable
"${list[@]}"
# ok: bash-eval-of-variable
declare -n reference=$name
