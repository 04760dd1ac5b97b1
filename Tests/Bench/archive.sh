#!/bin/sh
# Tests/Bench/archive.sh BINARY PERIOD [MEGABYTES]: archive and verify beside sha512sum, cp and sync over the same
# bytes; and the list of ten thousand editions. Measures only; nothing fails because it is slow.
set -eu
binary=$1
period=$2
megabytes=${3:-5000}
python=${BAOCAO_PYTHON:-python3}
here=$(dirname "$0")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$python" "$here/archive.py" "$binary" "$period" "$scratch" "$megabytes"
