#!/bin/sh
# Make a virtual environment with Python >= 3.11, or keep the one that works.
# Usage: make_venv.sh DIRECTORY      PYTHON=/path/to/python chooses the interpreter.
set -eu
venv=$1

usable() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

if [ -x "$venv/bin/python" ] && usable "$venv/bin/python" && "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi

found=
for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11; do
    if command -v "$candidate" >/dev/null 2>&1 && usable "$candidate"; then
        found=$candidate
        break
    fi
done
if [ -z "$found" ]; then
    echo "RusToK Desktop needs Python 3.11 or newer, and none was found." >&2
    echo "  Debian, Ubuntu:  sudo apt-get install python3 python3-venv" >&2
    echo "  Fedora:          sudo dnf install python3" >&2
    echo "Another interpreter can be named: make run PYTHON=/path/to/python3.12" >&2
    exit 2
fi

if ! "$found" -c 'import ensurepip, venv' >/dev/null 2>&1; then
    version=$("$found" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    echo "Python $version is here, but the part that makes virtual environments is not. Install it:" >&2
    echo "  Debian, Ubuntu:  sudo apt-get install python$version-venv" >&2
    echo "  Fedora:          sudo dnf install python3-libs" >&2
    exit 2
fi

echo "Making $venv with $("$found" --version)"
rm -rf "$venv"
"$found" -m venv "$venv"
