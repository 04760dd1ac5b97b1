#!/bin/sh
# Tests/Bench/run.sh BINARY PERIOD [RUNS]: CPU time, memory and bytes of a report, of handouts and of a long annex,
# ours beside Typst's.
# Measures only; nothing fails because the machine is slow.
set -eu
binary=$1
period=$2
runs=${3:-10}
python=${BAOCAO_PYTHON:-python3}
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

"$binary" build "$period" --only report,html --output "$scratch/first" >"$scratch/log" 2>&1 || {
    cat "$scratch/log" >&2
    exit 1
}
page="$scratch/first/$(basename "$period")/bao-cao.html"
"$python" "$here/typst_document.py" "$page" "$scratch/typst"
"$python" "$here/measure.py" "$binary" "$period" "$scratch" "$runs"
echo
"$python" "$here/documents.py" "$binary" "$period" "$scratch"
