#!/usr/bin/env python3
"""Check that the library stays small: crates in its dependency tree, and bytes of the package."""
import os
import subprocess
import sys

MAX_CRATES = 30
MAX_BYTES = 10_000_000


def lines(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()


# What a user of the library builds, build script and macros included; the first line is the library. (With --target all
# three more would be listed that no platform with threads builds: jiff-static, which jiff names under cfg(any()) to tie its
# version, and portable-atomic with its util.)
tree = lines("cargo", "tree", "--package", "faktum", "--edges", "normal,build", "--prefix", "none", "--format", "{p}")
crates = {" ".join(line.split()[:2]) for line in tree[1:] if line}
files = [file for file in lines("cargo", "package", "--package", "faktum", "--list", "--allow-dirty") if os.path.exists(file)]
size = sum(os.path.getsize(file) for file in files)

print(f"crates in the library's tree: {len(crates)} of at most {MAX_CRATES}")
print(f"bytes in the package, uncompressed: {size:,} in {len(files)} files, of at most {MAX_BYTES:,}")
if len(crates) > MAX_CRATES:
    print("\n".join(sorted(crates)))
sys.exit(len(crates) > MAX_CRATES or size > MAX_BYTES)
