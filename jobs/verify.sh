#!/usr/bin/env bash
# Builds everything and runs all tests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Tests run systemd-analyze, Python, a server of PostgreSQL, and Chromium with Chinese letters: what is missing is installed
# from Debian's packages.
missing=()
command -v systemd-analyze > /dev/null || missing+=(systemd)
command -v python3 > /dev/null || missing+=(python3)
compgen -G '/usr/lib/postgresql/*/bin/initdb' > /dev/null || missing+=(postgresql)
command -v chromium > /dev/null || missing+=(chromium)
[ -d /usr/share/fonts/opentype/noto ] || missing+=(fonts-noto-cjk)
if [ ${#missing[@]} -gt 0 ]; then
  if ! command -v apt-get > /dev/null; then
    echo "jobs/verify.sh: installing ${missing[*]}, which tests need: there is no apt-get here; install them by hand" >&2
    exit 1
  fi
  as_root=()
  if [ "$(id -u)" != 0 ]; then as_root=(sudo); fi
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
fi

mvn -B verify
