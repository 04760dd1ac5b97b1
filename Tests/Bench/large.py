"""Measures the reading of one large submission, ours beside Polars and DuckDB.

    large.py BINARY SCRATCH [RUNS]

Runs alternate, so that all meet the same load; each reading is the median. Polars skips what it cannot read
and locates nothing; DuckDB keeps what it rejects; ours locates every bad value and repeated row.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

SUMS = "so_thanh_vien so_lao_dong von_dieu_le tong_tai_san doanh_thu loi_nhuan".split()
TEXTS = "ma_htx ten_htx don_vi linh_vuc tinh_trang thu_nhap_bq xep_loai".split()
COLUMNS = (
    "ma_htx ten_htx don_vi linh_vuc tinh_trang nam_thanh_lap so_thanh_vien so_lao_dong von_dieu_le "
    "tong_tai_san doanh_thu loi_nhuan thu_nhap_bq xep_loai"
).split()
WHOLE = "nam_thanh_lap so_thanh_vien so_lao_dong".split()

POLARS = f"""
import os, sys
os.environ["POLARS_MAX_THREADS"] = sys.argv[2]
import polars as pl
texts, whole, sums = {TEXTS!r}, {WHOLE!r}, {SUMS!r}
schema = {{c: pl.String if c in texts else pl.Int64 if c in whole else pl.Float64 for c in {COLUMNS!r}}}
aggregates = [pl.len().alias("n")]
for c in sums:
    aggregates += [pl.col(c).count().alias(c + ".n"), pl.col(c).sum().alias(c + ".sum")]
    aggregates += [pl.col(c).mean().alias(c + ".mean")]
scan = pl.scan_csv(sys.argv[1], schema=schema, ignore_errors=True)
scan.group_by("don_vi", "linh_vuc").agg(aggregates).collect(engine="streaming")
"""

DUCKDB = f"""
import sys, duckdb
texts, whole, sums = {TEXTS!r}, {WHOLE!r}, {SUMS!r}
types = {{c: "VARCHAR" if c in texts else "BIGINT" if c in whole else "DOUBLE" for c in {COLUMNS!r}}}
columns = ", ".join(f"'{{c}}': '{{t}}'" for c, t in types.items())
aggregates = ", ".join(f"count({{c}}), sum({{c}}), avg({{c}})" for c in sums)
connection = duckdb.connect(config={{"threads": int(sys.argv[2])}})
connection.execute(
    f"SELECT don_vi, linh_vuc, count(*), {{aggregates}} FROM read_csv('{{sys.argv[1]}}', header = true, "
    f"auto_detect = false, columns = {{{{{{columns}}}}}}, store_rejects = true, rejects_limit = 0) GROUP BY ALL"
).fetchall()
"""


def run(arguments):
    """CPU seconds (user and system), peak memory in MB and elapsed seconds of one process."""
    started = time.monotonic()
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    elapsed = time.monotonic() - started
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(map(str, arguments))}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6, elapsed


def main():
    binary, scratch = sys.argv[1], Path(sys.argv[2])
    count = int(sys.argv[3]) if len(sys.argv) > 3 else 3
    period = scratch / "large"
    file = period / "submissions" / "large.csv"
    ours = [binary, "build", period, "--only", "data", "--draft", "--output", scratch / "out", "--jobs"]
    commands = {
        "baocao, 1 thread": [*ours, "1"],
        "baocao, 2 threads": [*ours, "2"],
        "Polars, 1 thread": [sys.executable, "-c", POLARS, file, "1"],
        "Polars, 2 threads": [sys.executable, "-c", POLARS, file, "2"],
        "DuckDB, 1 thread": [sys.executable, "-c", DUCKDB, file, "1"],
        "DuckDB, 2 threads": [sys.executable, "-c", DUCKDB, file, "2"],
        "wc -l": ["wc", "-l", file],
    }
    readings = {name: [] for name in commands}
    # Once without counting, so that all find the file in memory.
    run(commands["wc -l"])
    for _ in range(count):
        for name, command in commands.items():
            readings[name].append(run(command))
    print(f"{file.stat().st_size / 1e9:.3f} GB, medians of {count} runs")
    print(f"load average at the end: {os.getloadavg()[0]:.2f} on {os.cpu_count()} processors")
    print("                          CPU   peak memory     elapsed   CPU, least to most")
    middle = {}
    for name, runs in readings.items():
        cpu, memory, elapsed = middle[name] = [statistics.median(column) for column in zip(*runs)]
        spread = f"{min(r[0] for r in runs):.2f} to {max(r[0] for r in runs):.2f} s"
        print(f"{name:<18} {cpu:8.2f} s {memory:10.0f} MB {elapsed:9.2f} s   {spread}")
    print()
    for threads in ("1 thread", "2 threads"):
        for peer in ("Polars", "DuckDB"):
            ratio = middle[f"baocao, {threads}"][0] / middle[f"{peer}, {threads}"][0]
            print(f"CPU, ratio to {peer}, {threads:<9} {ratio:6.2f}   goal: at most 1")
    gain = middle["baocao, 1 thread"][2] / middle["baocao, 2 threads"][2]
    print(f"elapsed, 1 thread by 2 threads     {gain:6.2f}   goal: at least 1.8")
    print(f"peak memory, 2 threads           {middle['baocao, 2 threads'][1]:8.0f} MB goal: at most 1000")


main()
