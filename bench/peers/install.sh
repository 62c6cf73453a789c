#!/usr/bin/env bash
# Installs the peers beside this file, each family in an environment of its own: install.sh [mbi|smartnoise|anonymeter…]
# Needs Python 3.11 or later with venv, and the Python package index. Nothing here is needed by the product or its tests.
set -euo pipefail
cd "$(dirname "$0")"
python="${PYTHON:-python3}"

install() { # environment, requirements, further options of pip
  [ -x "$1/bin/python" ] || "$python" -m venv "$1"
  "$1/bin/python" -m pip install --quiet --disable-pip-version-check "${@:3}" -r "$2"
}

for family in "${@:-mbi smartnoise}"; do
  for name in $family; do
    case "$name" in
      mbi) install .venv requirements.txt ;;
      smartnoise) install .venv-smartnoise requirements-smartnoise.txt --no-deps ;;
      anonymeter) install .venv-anonymeter requirements-anonymeter.txt ;;
      *) echo "there is no peer '$name': mbi, smartnoise, anonymeter" >&2; exit 2 ;;
    esac
    echo "installed $name"
  done
done
