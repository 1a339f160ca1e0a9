#!/bin/sh
# Instructions that the command takes for a byte of text, all stages and JSON, and where they go, by room of the sources. A
# measure that a busy machine does not change. Needs valgrind and Python; the command needs line tables, as the profile
# `release` has them, for the second part.
#
#   benches/instructions.sh target/release/faktum news/de.ndjson news/en.ndjson
set -eu
command=$1
shift
out=$(mktemp)
trap 'rm -f "$out" "$out.log"' EXIT
count() {
    valgrind --tool=callgrind --callgrind-out-file="$out" "$command" extract --threads 1 \
        --input ndjson --output ndjson "$1" 2>"$out.log" >/dev/null
    sed -n 's/.*Collected : //p' "$out.log"
}
start=$(count /dev/null)
for file; do
    whole=$(count "$file")
    python3 - "$file" "$start" "$whole" <<'PYTHON'
import json, sys
file, start, whole = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
size = sum(len(json.loads(line)["text"].encode()) for line in open(file, encoding="utf-8"))
print(f"{file}: {(whole - start) / size:.0f} instructions a byte, {(whole - start) / 1e6:.1f} million for {size / 1e3:.0f} kB")
PYTHON
    callgrind_annotate --threshold=100 "$out" 2>/dev/null | python3 -c '
import collections, re, sys
rooms = collections.Counter()
for line in sys.stdin:
    found = re.match(r"\s*([\d,]+) \(\s*[\d.]+%\)\s+(\S+?):(\S.*)", line)
    if found:
        count, path, function = found.groups()
        foreign = re.search(r"/registry/|/library/|^library/|^\./|^\?", path)
        file = not foreign and re.search(r"(?:^|/)src/(\w+)", path)
        # What is inlined from elsewhere belongs to the function that it is inlined in.
        own = file or re.search(r"\bfaktum::(\w+)::", function)
        other = re.search(r"([a-z]\w+)::", function)
        rooms[own.group(1) if own else other.group(1) if other else "libc"] += int(count.replace(",", ""))
total = sum(rooms.values())
for room, count in rooms.most_common(20):
    print(f"  {100 * count / total:5.1f} %  {room}")
'
done
