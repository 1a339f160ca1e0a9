#!/bin/sh
# Builds the command with a profile of its own runs (profile-guided optimisation): cargo builds it so that it counts where it
# goes, it reads the examples and the sentences of the corpora, and cargo builds it again with these counts. Takes two release
# builds. Needs the compiler's own tools: rustup component add llvm-tools
#
#   tools/pgo.sh              the command is target/pgo/release/faktum
set -eu
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}/pgo
profiles=$target/profiles
mkdir -p "$target"
target=$(cd "$target" && pwd)
profiles=$target/profiles
rm -rf "$profiles"

profdata=$(rustc --print target-libdir)/../bin/llvm-profdata
[ -x "$profdata" ] || { echo "$profdata is missing: rustup component add llvm-tools" >&2; exit 1; }

CARGO_TARGET_DIR=$target/counting RUSTFLAGS="-Cprofile-generate=$profiles" cargo build --release -p faktum-cli

# A document is a group of sentences without their marks: the corpora have blank lines between constructions.
documents() {
    python3 - "$@" <<'PYTHON'
import json, re, sys
for path in sys.argv[1:]:
    language = path.split("/")[-2]
    for group in open(path, encoding="utf-8").read().split("\n\n"):
        lines = [line.lstrip("? ") for line in group.splitlines() if not re.match(r"\s*(=>|@|#)", line)]
        text = " ".join(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line) for line in lines)
        if text:
            print(json.dumps({"text": text, "lang": language, "date": "2015-06-10"}, ensure_ascii=False))
PYTHON
}
counting=$target/counting/release/faktum
for times in 1 2 3; do
    "$counting" extract --quiet --threads 1 --output ndjson examples/*.txt >/dev/null
    documents tests/corpus/*/*.cases | "$counting" extract --quiet --threads 1 --input ndjson --output ndjson >/dev/null
done
"$profdata" merge -o "$profiles/merged.profdata" "$profiles"

CARGO_TARGET_DIR=$target RUSTFLAGS="-Cprofile-use=$profiles/merged.profdata" cargo build --release -p faktum-cli
