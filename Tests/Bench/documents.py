"""Measures PDF files of many pages and many small ones, ours beside Typst's of the same content, tagged.

    documents.py BINARY PERIOD SCRATCH [RUNS]

Handouts are return notes, one process for all; a long annex lists 20 000 organisations. The rows are those of
the period again and again, with other codes and names. Nothing is asserted: the goals are printed beside the
readings. Typst reads the long annex once, for it takes long.
"""

import csv
import os
import re
import statistics
import sys
import time
from pathlib import Path

from typst_document import Tree, Writer

FONTS = "/usr/share/fonts/truetype/liberation2"
TYPST = f"""
import sys, typst
for folder in sys.argv[1:]:
    typst.compile(
        folder + "/report.typ", output=folder + "/report.pdf", ignore_system_fonts=True, font_paths=[{FONTS!r}]
    )
"""
ROWS = 20_000
HANDOUT_ROWS = 38
# A year that the schema does not allow: one doubt for each row of a handout.
WRONG_YEAR = "1066"


def run(arguments):
    """CPU seconds (user and system), peak memory in MB and elapsed seconds of one process."""
    started = time.monotonic()
    quiet = [
        (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
        (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
    ]
    words = [str(word) for word in arguments]
    process = os.posix_spawn(words[0], words, os.environ, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    # A note of a period with doubts ends with 1.
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"failed: {' '.join(words)}")
    elapsed = time.monotonic() - started
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6, elapsed


def median(readings):
    return [statistics.median(column) for column in zip(*readings)]


def settings(period):
    """The settings without the year before."""
    text = (period / "report.yaml").read_text(encoding="utf-8")
    return re.sub(r"(?m)^previous:.*\n", "", text)


def rows_of(period):
    """Heading and rows of all submissions, by file name."""
    heading, files = None, {}
    for path in sorted((period / "submissions").glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as file:
            heading, *rows = csv.reader(file)
        files[path.name] = rows
    return heading, files


def write_period(folder, period, heading, files):
    (folder / "submissions").mkdir(parents=True, exist_ok=True)
    (folder / "report.yaml").write_text(settings(period), encoding="utf-8")
    texts = folder / "texts"
    if (period / "texts").is_dir():
        texts.mkdir(exist_ok=True)
        for path in (period / "texts").iterdir():
            (texts / path.name).write_bytes(path.read_bytes())
    for name, rows in files.items():
        with open(folder / "submissions" / name, "w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([heading, *rows])


def many(files, count):
    """`count` rows in the same files, each with a code and name of its own."""
    made = {name: [] for name in files}
    sources = [(name, row) for name, rows in files.items() for row in rows]
    for number in range(count):
        name, row = sources[number % len(sources)]
        made[name].append([f"{row[0][:5]}{number:07d}", f"{row[1]} {number}", *row[2:]])
    return made


def typst_source(page, folder):
    """In a process of its own: the peak of a program that is started counts what its starter holds."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            tree = Tree()
            tree.feed(page.read_text(encoding="utf-8"))
            folder.mkdir(parents=True, exist_ok=True)
            text = Writer(tree.root, folder).document()
            (folder / "report.typ").write_text(text, encoding="utf-8")
            status = 0
        finally:
            os._exit(status)
    _, status = os.waitpid(child, 0)
    if status:
        sys.exit(f"no source for Typst from {page}")
    return folder


def typst(*folders):
    return [sys.executable, "-c", TYPST, *folders]


def kilobytes(path):
    return path.stat().st_size / 1000


def line(name, reading, goal):
    print(f"{name:<46} {reading:>12}   {goal}")


def sizes(what, ours, archive, theirs, goal):
    line(f"bytes of {what}, Typst", f"{kilobytes(theirs):.0f} kB", "")
    for profile, path, most in (("a-3a", archive, goal), ("a-1a", ours, 1)):
        ratio = kilobytes(path) / kilobytes(theirs)
        line(f"  {profile}: {kilobytes(path):.0f} kB, ratio", f"{ratio:.3f}", f"goal: at most {most}")


def handouts(binary, period, scratch, runs):
    heading, files = rows_of(period)
    year = heading.index("nam_thanh_lap")
    first = {}
    for name, rows in files.items():
        kept = many({name: rows}, HANDOUT_ROWS)[name]
        for row in kept:
            row[year] = WRONG_YEAR
        first.setdefault(name[:3], (name, kept))
    folder = scratch / "handouts"
    write_period(folder, period, heading, dict(first.values()))
    ours = [binary, "notes", folder, "--output", scratch / "notes"]
    run([*ours, "--profile", "a-3a"])
    notes = scratch / "notes" / "handouts" / "phieu"
    archive = {path.name: path.read_bytes() for path in notes.glob("*.pdf")}
    run(ours)
    pages = sorted(path for path in notes.glob("*.html") if path.name != "index.html")
    sources = [typst_source(page, scratch / "typst-notes" / page.stem) for page in pages]
    run(typst(*sources))
    mine, check, theirs, bare = [], [], [], []
    for _ in range(runs):
        mine.append(run(ours))
        check.append(run([binary, "check", folder]))
        theirs.append(run(typst(*sources)))
        bare.append(run(typst()))
    count = len(pages)
    cpu, reading, other, start = (median(readings)[0] for readings in (mine, check, theirs, bare))
    print(f"{count} handouts in one process, medians of {runs} runs")
    line("baocao, CPU a handout (PDF, HTML, CSV, reading)", f"{cpu / count * 1000:.1f} ms", "")
    line("baocao, without start and reading", f"{(cpu - reading) / count * 1000:.1f} ms", "")
    line("Typst, CPU a handout, without start", f"{(other - start) / count * 1000:.1f} ms", "")
    line("ratio of CPU, all in all", f"{cpu / (other - start):.3f}", "goal: at most 0.2")
    line("ratio of CPU, without start and reading", f"{(cpu - reading) / (other - start):.3f}", "")
    sample = pages[0].stem
    three = scratch / "a-3a.pdf"
    three.write_bytes(archive[f"{sample}.pdf"])
    sizes("a handout", notes / f"{sample}.pdf", three, sources[0] / "report.pdf", 0.6)
    print()


def annex(binary, period, scratch, runs):
    heading, files = rows_of(period)
    folder, long = scratch / "annex", scratch / "annex-8"
    write_period(folder, period, heading, many(files, ROWS))
    write_period(long, period, heading, many(files, 8 * ROWS))
    made = scratch / "made"

    def build(folder, *more):
        return [binary, "build", folder, "--output", made, *more]

    run(build(folder, "--only", "html"))
    source = typst_source(made / "annex" / "bao-cao.html", scratch / "typst-annex")
    mine = [run(build(folder, "--only", "report")) for _ in range(runs)]
    eight = [run(build(long, "--only", "report")) for _ in range(runs)]
    theirs = run(typst(source))
    cpu, memory, elapsed = median(mine)
    print(f"an annex of {ROWS} rows, medians of {runs} runs, Typst once")
    line("baocao, CPU", f"{cpu:.2f} s", "")
    line("Typst, CPU", f"{theirs[0]:.2f} s", f"peak memory {theirs[1]:.0f} MB")
    line("ratio of CPU", f"{cpu / theirs[0]:.3f}", "goal: at most 0.1")
    line("peak memory", f"{memory:.0f} MB", "goal: at most 150 MB")
    line("elapsed, 8 times the rows", f"{median(eight)[2] / elapsed:.2f} times", "goal: at most 8.5")
    line("CPU, 8 times the rows", f"{median(eight)[0] / cpu:.2f} times", "")
    one = made / "annex" / "bao-cao.pdf"
    line("bytes, ratio in a-1a", f"{kilobytes(one) / kilobytes(source / 'report.pdf'):.3f}", "")
    print()


def report(binary, period, scratch):
    for profile in ("a-1a", "a-3a"):
        run([binary, "build", period, "--profile", profile, "--output", scratch / profile])
    name = period.name
    source = typst_source(scratch / "a-1a" / name / "bao-cao.html", scratch / "typst-report")
    run(typst(source))
    print("the annual report; in a-3a with its data files inside")
    one, three = (scratch / profile / name / "bao-cao.pdf" for profile in ("a-1a", "a-3a"))
    sizes("the report", one, three, source / "report.pdf", 0.25)
    print()


def main():
    binary, period, scratch = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    runs = int(sys.argv[4]) if len(sys.argv) > 4 else 5
    print(f"load average: {os.getloadavg()[0]:.2f} on {os.cpu_count()} processors")
    report(binary, period, scratch)
    handouts(binary, period, scratch, runs)
    annex(binary, period, scratch, max(1, runs // 2))


if __name__ == "__main__":
    main()
