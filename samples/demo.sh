#!/usr/bin/env bash
# The main job on the sample pages; `make demo` runs it.  Usage: samples/demo.sh FOLDER-OF-QUOTH
# In the end the reading room is open until Ctrl-C; SERVE=0 ends without it, PORT is its port.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=${1:-.venv/bin}
ledger=out/demo.quoth
web=samples/pages/2031-05-22-harbour-post.en.html
dump=samples/pages/2031-05-30-halmer-anzeiger.de.txt

run() {
    printf '\n$ %s\n' "$*"
    "$bin/$1" "${@:2}"
}

mkdir -p out
run quoth add samples/pages --ledger "$ledger"
run quoth read "$web"
run quoth read "$dump"
run quoth statements --ledger "$ledger" --speaker Ferrun --form mixed
id=$("$bin/quoth" statements --ledger "$ledger" --speaker Ferrun --form direct --language en --limit 1 --json |
    "$bin/python" -c 'import json, sys; print(json.loads(sys.stdin.readline())["id"])')
run quoth show "$id" --ledger "$ledger"
run quoth chain "$id" --ledger "$ledger"
run quoth who "Ilva Renholt" --ledger "$ledger"
printf '\nNext: %s\n' "$bin/quoth read PAGE.html, with a news page that you saved; docs/README.md lists the docs."
serve=("$bin/quoth" serve --ledger "$ledger" --port "${PORT:-8765}")
if [ "${SERVE:-1}" = 0 ]; then
    printf 'The reading room: %s\n' "${serve[*]}"
    exit
fi
printf '\n$ quoth %s    # until Ctrl-C\n' "${serve[*]:1}"
exec "${serve[@]}"
