#!/bin/sh
# Tests/Bench/large.sh BINARY GENERATOR PERIOD [ROWS]: one submission of ROWS rows, read, checked and grouped,
# beside Polars, DuckDB and the floor of counting lines. Measures only; nothing fails because it is slow.
set -eu
binary=$1
generator=$2
period=$3
rows=${4:-10000000}
python=${BAOCAO_PYTHON:-python3}
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

mkdir -p "$scratch/large/submissions"
# The same schema; no year before, and only the figures that the others compute as well.
{
    sed -e '/^previous:/d' -e '/^make:/d' "$period/report.yaml"
    echo 'make: [data]'
    echo 'figures: [count, sum, mean]'
} >"$scratch/large/report.yaml"
"$generator" "$rows" "$scratch/large/submissions/large.csv"
"$python" "$here/large.py" "$binary" "$scratch"
