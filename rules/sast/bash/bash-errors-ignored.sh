#!/bin/bash
# ruleid: bash-errors-ignored
set +e
# ruleid: bash-errors-ignored
set +o errexit
run() {
  # ruleid: bash-errors-ignored
  set +e
  work
}
# ruleid: bash-errors-ignored
set +o pipefail

# ok: bash-errors-ignored
set -e
# ok: bash-errors-ignored
set -euo pipefail
# ok: bash-errors-ignored
work || true
# ok: bash-errors-ignored
set +x
