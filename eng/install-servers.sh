#!/usr/bin/env bash
# Installs what tests run besides .NET, from Debian's packages: the servers that the operations pack is for, and the linker of native programs.
# Only what is missing is installed, and no daemon is started. Run it again at any time.
#   eng/install-servers.sh            everything
#   eng/install-servers.sh prometheus only the packages that are named
set -euo pipefail

# package=command: a package is there when its command is.
readonly servers=(
  prometheus=promtool
  g++=gcc
)

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

wanted=("$@")
missing=()
for server in "${servers[@]}"; do
  package=${server%%=*}
  command=${server#*=}
  if [ ${#wanted[@]} -gt 0 ] && [[ " ${wanted[*]} " != *" $package "* ]]; then continue; fi
  if ! command -v "$command" >/dev/null; then missing+=("$package"); fi
done
for name in "${wanted[@]}"; do
  if [[ " ${servers[*]%%=*} " != *" $name "* ]]; then
    echo "install-servers: '$name' is not one of: ${servers[*]%%=*}" >&2
    exit 2
  fi
done

if [ ${#missing[@]} -eq 0 ]; then
  echo "install-servers: everything is there"
  exit 0
fi

# While the packages are installed, a policy of 101 keeps their daemons from starting; one that stands here already stays.
readonly policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' | as_root tee "$policy" >/dev/null
  as_root chmod 755 "$policy"
  trap 'as_root rm -f "$policy"' EXIT
fi

echo "install-servers: installing ${missing[*]}"
as_root apt-get update -qq
as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
echo "install-servers: installed ${missing[*]}"
