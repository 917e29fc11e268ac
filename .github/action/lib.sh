# shellcheck shell=bash
# What the action's scripts share. Values reach them only through the environment.

# A message in the log as an annotation. Line ends and percent signs are encoded, so that no value can begin a workflow
# command of its own.
say() {
  local level=$1 text=$2
  text=${text//'%'/'%25'}
  text=${text//$'\r'/'%0D'}
  text=${text//$'\n'/'%0A'}
  printf '::%s title=firedoor::%s\n' "$level" "$text"
}

die() {
  say error "$1"
  exit 1
}

# An output of the step; a value with several lines is refused rather than quoted.
output() {
  local name=$1 value=$2
  case $value in
  *$'\n'* | *$'\r'*) die "the output $name has several lines" ;;
  esac
  printf '%s=%s\n' "$name" "$value" >>"$GITHUB_OUTPUT"
}

enter_working_directory() {
  cd -- "${GITHUB_WORKSPACE:-.}" || die "the workspace is not there"
  cd -- "${FD_WORKING_DIRECTORY:-.}" || die "the working directory \`${FD_WORKING_DIRECTORY:-.}\` is not there"
}

sha256() {
  if command -v sha256sum >/dev/null 2>&1; then sha256sum -- "$1"; else shasum -a 256 -- "$1"; fi | cut -d ' ' -f 1
}
