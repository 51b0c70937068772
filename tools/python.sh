#!/bin/sh
# Prints the path of a Python of at least 3.12 that can make virtual environments; exits 1 when there is none.
#
# A candidate is believed only once it has run: a pyenv shim named python3.12 is found on PATH and still fails
# when that version is not the active one. Where $PYTHON is set, it is the only candidate.
set -u

probe='import sys, venv, ensurepip
if sys.version_info < (3, 12):
    sys.exit(1)
print(sys.executable)'

if [ -n "${PYTHON:-}" ]; then
    "$PYTHON" -c "$probe" 2>/dev/null && exit 0
    echo "PYTHON=$PYTHON is not a Python of at least 3.12 with the modules venv and ensurepip." >&2
    exit 1
fi

# A folder of shims on PATH tells where pyenv is, even for another user's HOME.
pyenv_root=${PYENV_ROOT:-${HOME:-}/.pyenv}
if [ ! -d "$pyenv_root/versions" ]; then
    IFS=:
    for folder in ${PATH:-}; do
        [ "${folder%/shims}" != "$folder" ] && [ -d "${folder%/shims}/versions" ] && pyenv_root=${folder%/shims} && break
    done
    unset IFS
fi
pyenv_versions=$pyenv_root/versions
uv_versions=${HOME:-}/.local/share/uv/python

for candidate in \
    ${PYENV_VERSION:+"$pyenv_versions/$PYENV_VERSION/bin/python"} \
    python3 python python3.12 python3.13 python3.14 \
    "$pyenv_versions"/3.1[2-9]*/bin/python \
    "$uv_versions"/cpython-3.1[2-9]*/bin/python3 \
    /usr/local/bin/python3.1[2-9] \
    /opt/homebrew/bin/python3.1[2-9]
do
    "$candidate" -c "$probe" 2>/dev/null && exit 0
done

echo 'No Python of at least 3.12 was found (the embedded FalkorDB needs it).' >&2
echo 'Install one and try again, or name it: make PYTHON=/path/to/python3.12 …' >&2
exit 1
