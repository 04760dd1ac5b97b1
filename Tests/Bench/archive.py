"""Measures archive, verify and editions, and prints them beside what coreutils need for the same bytes.

    archive.py BINARY PERIOD SCRATCH MEGABYTES

The period is built once; its products then get a large file, written into build.json as `build` would, so that the
store holds as many megabytes as are asked for. Each reading is the median of three alternating runs.
"""

import hashlib
import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path

from measure import run

EDITIONS = 10_000
RUNS = 3


def shell(command):
    return run(["/bin/sh", "-c", command])


def built(binary, period, scratch, megabytes):
    """The output folder of the period, with large files of random bytes among its products."""
    subprocess.run([binary, "build", period, "--output", scratch / "out"], check=True, stdout=subprocess.DEVNULL)
    folder = next((scratch / "out").iterdir())
    record = json.loads((folder / "build.json").read_text())
    for number in range(4):
        name, digest = f"data/large-{number}.bin", hashlib.sha256()
        with open(folder / name, "wb") as file:
            for _ in range(megabytes // 4):
                block = os.urandom(1_000_000)
                digest.update(block)
                file.write(block)
        record["outputs"].append({"product": "data", "path": name, "sha256": digest.hexdigest()})
    (folder / "build.json").write_text(json.dumps(record))
    return folder


def listed(binary, store, scratch):
    """A store with ten thousand periods, each with the inventory of a real one."""
    many = scratch / "many"
    (many / "extensions").mkdir(parents=True)
    for name in ["0=ocfl_1.1", "ocfl_layout.json"]:
        shutil.copy(store / name, many / name)
    source = next(store.glob("baocao%3a*"))
    text = (source / "inventory.json").read_text()
    identifier = json.loads(text)["id"]
    for number in range(EDITIONS):
        folder = many / f"baocao%3a{number:05}-2020"
        folder.mkdir()
        (folder / "inventory.json").write_text(text.replace(identifier, f"baocao:{number:05}-2020"))
    readings = [run([binary, "editions", str(many)]) for _ in range(RUNS)]
    cpu, memory, elapsed = (statistics.median(values) for values in zip(*readings))
    print(f"editions  {EDITIONS} listed in {elapsed:.2f} s, CPU {cpu:.2f} s, {memory:.0f} MB (goal 1 s)")


def main():
    binary, period, scratch, megabytes = sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
    folder = built(binary, period, scratch, megabytes)
    store = scratch / "store"
    readings = {"coreutils": [], "archive": [], "verify": []}
    for _ in range(RUNS):
        shutil.rmtree(scratch / "copy", ignore_errors=True)
        shutil.rmtree(store, ignore_errors=True)
        os.sync()
        readings["coreutils"].append(
            shell(f"find '{folder}' -type f -exec sha512sum {{}} + && cp -r '{folder}' '{scratch}/copy' && sync")
        )
        shutil.rmtree(scratch / "copy")
        os.sync()
        readings["archive"].append(
            run([binary, "archive", period, "--output", str(scratch / "out"), "--to", str(store)])
        )
        readings["verify"].append(run([binary, "verify", str(store)]))
    floor = statistics.median(elapsed for _, _, elapsed in readings["coreutils"])
    print(f"{megabytes} MB; speed beside sha512sum + cp + sync (goal 0.8), memory (goal 100 MB)")
    for name, values in readings.items():
        cpu, memory, elapsed = (statistics.median(column) for column in zip(*values))
        print(f"{name:<9} {elapsed:6.2f} s, CPU {cpu:6.2f} s, {memory:4.0f} MB, speed {floor / elapsed:.2f}")
    listed(binary, store, scratch)


main()
