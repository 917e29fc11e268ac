# ruleid: bash-added-values-set, bash-added-values-export
grain=rye
# ok: bash-added-values-set, bash-added-values-list, bash-added-values-export
grain+=oats
# ruleid: bash-added-values-set, bash-added-values-list, bash-added-values-export
bins=(a b)
# ok: bash-added-values-set, bash-added-values-list, bash-added-values-export
bins+=("$1")
# ruleid: bash-added-values-set, bash-added-values-export
export wheel=oak
