#!/usr/bin/env bash
# The main job on the sample pages; `make demo` runs it.  Usage: samples/demo.sh FOLDER-OF-QUOTH
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
