"""Computes figures of tidy.csv again from the rows that `baocao trace` prints, and tells every difference.

Each row is looked up in its file by line and by cell, with another reader; its raw text must stand there. The values of
the rows then go through SQL. Exit status 0: equal, 1: differences.

    python3 trace-by-rows.py PROGRAM PERIOD-FOLDER tidy.csv [STEP]
"""

import csv
import json
import pathlib
import re
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import duckdb

program, folder, tidy = sys.argv[1], pathlib.Path(sys.argv[2]), sys.argv[3]
step = int(sys.argv[4]) if len(sys.argv) > 4 else 1
files, traces, faults = {}, {}, []
database = duckdb.connect()


def trace(key):
    if key not in traces:
        run = subprocess.run(
            [program, "trace", str(folder), key, "--format", "json"], capture_output=True, text=True
        )
        if run.returncode != 0:
            sys.exit(f"{key}: {run.stderr}")
        traces[key] = json.loads(run.stdout)
        keys = ["key", "definition", "formula", "operands", "value", "printed", "rows"]
        if list(traces[key]) != keys:
            faults.append(f"{key}: {list(traces[key])}")
        for row in traces[key]["rows"]:
            check(key, row)
    return traces[key]


def cells(path):
    if path not in files:
        text = (folder / path).read_bytes().decode("utf-8-sig")
        head = text.split("\n")[0]
        files[path] = list(csv.reader(text.splitlines(), delimiter=";" if ";" in head else ","))
    return files[path]


def check(key, row):
    letters, number = re.fullmatch(r"([A-Z]+)(\d+)", row["cell"]).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    found = cells(row["file"])[int(number) - 1][column - 1]
    if found != row["raw"] or int(number) != row["line"]:
        faults.append(f"{key}: {row} is “{found}” in its file")


def ends(raw):
    return [Decimal(part.strip()) for part in re.split(r"\s+-\s+", raw.strip())]


def aggregate(rows, function, end):
    database.execute("create or replace table v (x decimal(30, 6))")
    for row in rows:
        database.execute("insert into v values (?)", [ends(row["raw"])[end]])
    return database.execute(f"select {function} from v").fetchone()[0]


def operand(figure, position):
    key = figure["operands"][position]["key"]
    return computed(key)


def computed(key):
    figure = trace(key)
    if figure["value"] is None:
        return None
    measure = re.search(r"\.(count|sum|mean|median|q1|q3|ratio|min|max|share|change|growth)(\.|$)", key)[1]
    rows = figure["rows"]
    if measure == "count":
        return Fraction(len(rows))
    if measure == "sum":
        return Fraction(aggregate(rows, "coalesce(sum(x), 0)", 0))
    if measure == "mean":
        return Fraction(aggregate(rows, "sum(x)", 0)) / len(rows)
    if measure == "median":
        values = sorted(Fraction(ends(row["raw"])[0]) for row in rows)
        return (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2
    if measure in ("q1", "q3"):
        values = sorted(Fraction(ends(row["raw"])[0]) for row in rows)
        place = Fraction((len(values) - 1) * int(measure[1]), 4)
        below = values[int(place)]
        above = values[min(int(place) + 1, len(values) - 1)]
        return below + (place - int(place)) * (above - below)
    if measure == "ratio":
        return operand(figure, 0) / operand(figure, 1)
    if measure in ("min", "max"):
        return Fraction(aggregate(rows, f"{measure}(x)", 0 if measure == "min" else -1))
    if measure == "share":
        whole = len(rows) if "=" in key else operand(figure, 1)
        return operand(figure, 0) * 100 / whole
    if measure == "change":
        return operand(figure, 0) - operand(figure, 1)
    return operand(figure, 0) * 100 / operand(figure, 1)


count = 0
with open(tidy, encoding="utf-8", newline="") as file:
    rows = [row for row in csv.DictReader(file) if row["value"]]
for row in rows[::step]:
    key = f"{row['indicator']}.{row['measure']}.{row['unit']}.{row['sector']}"
    again = computed(key)
    if again is None or abs(again - Fraction(row["value"])) > Fraction(1, 10**11):
        faults.append(f"{key}: {row['value']} is not {again}")
    count += 1
for fault in faults:
    print(fault)
print(f"{count} figures made again, {len(faults)} differences")
sys.exit(1 if faults else 0)
