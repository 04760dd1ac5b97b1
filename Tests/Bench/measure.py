"""Measures runs of programs by what the kernel accounts for them (wait4), and prints them.

    measure.py BINARY PERIOD SCRATCH [RUNS]

Ours and Typst's runs alternate, so that both meet the same load; each reading is the median.
Nothing is asserted: the goals are printed beside the readings.
"""

import os
import re
import statistics
import sys
import time
from pathlib import Path

FONTS = "/usr/share/fonts/truetype/liberation2"
# The fonts are named, so that Typst does not look through those of the whole system.
TYPST = """
import sys, typst
typst.compile(sys.argv[1], output=sys.argv[2], ignore_system_fonts=True, font_paths=[sys.argv[3]])
"""
VERSION_RUNS = 20


def run(arguments):
    """CPU seconds (user and system), peak memory in MB and elapsed seconds of one process."""
    started = time.monotonic()
    quiet = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    process = os.posix_spawn(arguments[0], arguments, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(arguments)}")
    elapsed = time.monotonic() - started
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6, elapsed


def pages(path):
    """Pages of a PDF whose page objects may lie in compressed streams."""
    with os.popen(f"pdfinfo '{path}' 2>/dev/null") as answer:
        found = re.search(r"^Pages:\s+(\d+)", answer.read(), re.MULTILINE)
    return found.group(1) if found else "?"


def medians(readings):
    return [statistics.median(column) for column in zip(*readings)]


def spread(readings):
    return f"{min(r[0] for r in readings):.3f} to {max(r[0] for r in readings):.3f}"


def report(name, readings, path):
    cpu, memory, elapsed = medians(readings)
    size = path.stat().st_size / 1000
    print(
        f"{name:<8} {cpu:8.3f} s {memory:10.1f} MB {elapsed:9.3f} s {pages(path):>6} {size:9.0f} kB"
        f"   CPU {spread(readings)} s"
    )
    return cpu, memory


def main():
    binary, period, scratch = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 10
    name = Path(period).name
    ours_command = [
        binary, "build", period, "--only", "report,html", "--output", str(scratch / "ours")
    ]
    typst_pdf = scratch / "typst" / "report.pdf"
    typst_source = scratch / "typst" / "report.typ"
    typst_command = [sys.executable, "-c", TYPST, str(typst_source), str(typst_pdf), FONTS]

    # Once without counting, so that both find their files in memory.
    run(ours_command)
    run(typst_command)
    ours, typst = [], []
    for _ in range(count):
        ours.append(run(ours_command))
        typst.append(run(typst_command))
    version = [run([binary, "--version"]) for _ in range(VERSION_RUNS)]
    bare = [run([sys.executable, "-c", "import typst"]) for _ in range(count)]

    print(f"{name}: from start of the process to the files written, medians of {count} runs")
    print(f"load average before the end: {os.getloadavg()[0]:.2f} on {os.cpu_count()} processors")
    print()
    print("              CPU   peak memory     elapsed  pages   size of PDF   spread")
    our_cpu, our_memory = report("baocao", ours, scratch / "ours" / name / "bao-cao.pdf")
    typst_cpu, _ = report("Typst", typst, typst_pdf)
    page = scratch / "ours" / name / "bao-cao.html"
    print(f"baocao also writes bao-cao.html ({page.stat().st_size / 1000:.0f} kB) in the same run;")
    print(f"of Typst's CPU, {medians(bare)[0]:.3f} s are Python's start and its import.")
    print()
    print(f"ratio of CPU          {our_cpu / typst_cpu:8.3f}       goal: at most 0.333")
    print(f"peak memory           {our_memory:8.1f} MB    goal: at most 60 MB")
    print(f"CPU of --version      {medians(version)[0] * 1000:8.1f} ms    goal: at most 15 ms")


main()
