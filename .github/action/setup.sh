#!/usr/bin/env bash
# Gets the binary: a ready one, or a release archive whose SHA-256 stands in checksums.txt beside this script.
set -euo pipefail
here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$here/lib.sh"

work=$(mktemp -d "${RUNNER_TEMP:-${TMPDIR:-/tmp}}/firedoor.XXXXXX")

target() {
  case "${RUNNER_OS:-$(uname -s)}/${RUNNER_ARCH:-$(uname -m)}" in
  Linux/X64 | Linux/x86_64) echo x86_64-unknown-linux-musl ;;
  Linux/ARM64 | Linux/aarch64) echo aarch64-unknown-linux-musl ;;
  macOS/X64 | Darwin/x86_64) echo x86_64-apple-darwin ;;
  macOS/ARM64 | Darwin/arm64) echo aarch64-apple-darwin ;;
  Windows/X64) echo x86_64-pc-windows-msvc ;;
  *) die "there is no release for ${RUNNER_OS:-this system} on ${RUNNER_ARCH:-this processor}; set \`binary\`" >&2 ;;
  esac
}

# The sum of an archive in the committed list.
known_sum() {
  local sum name
  while read -r sum name; do
    if [ "$name" = "$1" ]; then
      printf '%s\n' "$sum"
      return
    fi
  done < <(grep -v '^#' "$sums" || true)
}

newest_version() {
  sed -nE 's/^[0-9a-f]{64}  firedoor-([0-9][0-9A-Za-z.-]*)-(x86_64|aarch64)-.*/\1/p' "$sums" | head -n 1
}

release() {
  local triple version archive sum address actual
  triple=$(target)
  sums=${FD_CHECKSUMS_FILE:-$here/checksums.txt}
  version=${FD_VERSION:-}
  version=${version#v}
  version=${version:-$(newest_version)}
  [ -n "$version" ] || die "this version of the action knows no release yet; set \`binary\`, or \`version\` and \`checksum\`"
  case $version in
  *[!0-9A-Za-z.-]*) die "\`version\` takes a release such as 0.1.0" ;;
  esac
  case $triple in
  *windows*) archive=firedoor-$version-$triple.zip ;;
  *) archive=firedoor-$version-$triple.tar.gz ;;
  esac
  sum=${FD_CHECKSUM:-$(known_sum "$archive")}
  [ -n "$sum" ] || die "the action has no checksum of $archive; set \`checksum\`, or use a version of the action that knows it"
  # A mirror may hold the archives; what is run is still what the checksum says.
  address=${FIREDOOR_RELEASES:-https://github.com/firedoor/firedoor/releases/download}/v$version/$archive
  curl --fail --silent --show-error --location --proto '=https,file' --proto-redir '=https' --retry 3 --max-time 300 \
    --output "$work/$archive" -- "$address" || die "cannot fetch $address"
  actual=$(sha256 "$work/$archive")
  [ "$actual" = "$sum" ] || die "$archive has the SHA-256 $actual and not $sum: it is not what was released"
  mkdir "$work/bin"
  case $archive in
  *.zip) unzip -q "$work/$archive" -d "$work/bin" ;;
  *) tar -xzf "$work/$archive" -C "$work/bin" ;;
  esac
  binary=$(find "$work/bin" -type f \( -name firedoor -o -name firedoor.exe \) | head -n 1)
  [ -n "$binary" ] || die "$archive holds no firedoor"
}

if [ -n "${FD_BINARY:-}" ]; then
  binary=$FD_BINARY
  case $binary in
  /* | [A-Za-z]:*) ;;
  */*) binary=${GITHUB_WORKSPACE:-$PWD}/$binary ;;
  *) binary=$(command -v -- "$binary") || die "\`$FD_BINARY\` is not on the PATH" ;;
  esac
  [ -x "$binary" ] || die "\`binary\` names $binary, which cannot be run"
else
  release
fi

# A binary that cannot tell its version will not scan either; the scan step says so and the gate fails.
version=$("$binary" --version 2>/dev/null | sed -n '1s/^firedoor \([0-9A-Za-z.+-]*\)$/\1/p') || version=
output binary "$binary"
output version "$version"
output today "$(date -u +%F)"
case ${FD_DATABASE:-} in
update) output database "${RUNNER_TOOL_CACHE:-$work}/firedoor/advisories" ;;
*) output database "" ;;
esac
