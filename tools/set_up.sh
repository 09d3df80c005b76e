#!/usr/bin/env bash
# Makes .venv, where there is none, and installs riwaya into it; `set_up.sh dev` installs what tests need, too.
# PYTHON names the interpreter; without it the first of the usual names that is new enough is taken.
set -eu
cd "$(dirname "$0")/.."
unset PIP_USER PIP_TARGET PIP_PREFIX PIP_ROOT PYTHONHOME PYTHONPATH # they would install elsewhere

stop() {
    printf 'set-up: %s\n' "$@" >&2
    exit 1
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    local name
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11 python}; do
        if new_enough "$name"; then
            echo "$name"
            return
        fi
    done
    stop "Python 3.11 or later is needed; found: $("${PYTHON:-python3}" --version 2>/dev/null || echo none)" \
        "install it, or name it: make run PYTHON=/path/to/python3.11"
}

make_environment() {
    local python
    python=$(find_python)
    "$python" -c 'import ensurepip, venv' 2>/dev/null ||
        stop "$python has no venv module (Debian and Ubuntu keep it apart)" \
            "install it: apt-get install python3-venv, or name another: make run PYTHON=/path/to/python3.11"
    echo "set-up: making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv
}

if ! { [ -x .venv/bin/python ] && new_enough .venv/bin/python; }; then
    make_environment
fi
package=.${1:+[$1]}
echo "set-up: installing $package"
.venv/bin/python -m pip install --quiet --progress-bar off --disable-pip-version-check --editable "$package" ||
    stop "pip could not install $package; what it says stands above" "then run the same command again"
