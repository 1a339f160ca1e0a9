#!/usr/bin/env python3
"""Compare the scores with the floors in floors.json; fail below any of them.

usage: check_floors.py [--write] [--bin CMD]

--write makes the scores of now the floors. There are none for speeds, which depend on the machine, nor for precision and
recall by themselves, since F1 holds both.
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FLOORS = os.path.join(HERE, "floors.json")
SCORER = os.path.join(HERE, "..", "..", "shared", "score", "score.py")
NOT_SCORES = {"MB/s", "P", "R", "de", "en"}  # de and en count what was found in each language


def flat(scores, path=()):
    for name, value in scores.items():
        if isinstance(value, dict):
            yield from flat(value, (*path, name))
        elif name not in NOT_SCORES:
            yield "/".join((*path, name)), value


def measure(command):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "scores.json")
        subprocess.run([sys.executable, SCORER, "--bin", command, "--json", out], check=True, stdout=subprocess.DEVNULL)
        with open(out, encoding="utf-8") as file:
            return dict(flat(json.load(file)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--bin", default="target/release/faktum")
    args = parser.parse_args()
    scores = measure(args.bin)
    if args.write:
        with open(FLOORS, "w", encoding="utf-8") as file:
            json.dump(scores, file, indent=1, sort_keys=True)
            file.write("\n")
        print(f"{len(scores)} floors written")
        return 0
    if not os.path.exists(FLOORS):
        print(f"no floors: {os.path.relpath(FLOORS)} does not exist; write it with --write")
        return 1
    with open(FLOORS, encoding="utf-8") as file:
        floors = json.load(file)
    below = 0
    for name, floor in sorted(floors.items()):
        score = scores.get(name)
        verdict = "missing" if score is None else "BELOW" if score < floor else f"+{score - floor:.1f}" if score > floor else ""
        below += verdict in ("missing", "BELOW")
        print(f"{name:60} {floor:6} {'-' if score is None else score:>6} {verdict}")
    print(f"{len(floors)} floors, {below} not reached")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
