"""Recomputes tidy.csv from the submissions in SQL and tells every difference.

A second way to the same figures, sharing nothing with the program but the contract of the file:
DuckDB reads the submissions and groups them; quotients are exact fractions. It knows no column, unit or
sector: they are arguments, or stand in tidy.csv. Exit status 0: equal, 1: differences, 2: cannot go on.

    python3 tidy-by-sql.py --year 2020 --submissions FOLDER --previous FOLDER --tidy tidy.csv \
        --columns id,name,district,field,state,founded,members,capital,income \
        --identifier id --unit district --sector field --class state --year-column founded \
        --sum members --sum capital --range income --alias "Huyện A=101" \
        --population "open=state = 'open'" --only open=htx,income --own rating=open \
        --ratio per_member=income/members --derived "size=CASE WHEN members < '50' THEN … END"

A population is a condition in SQL over the columns as texts, a derived column an expression (`number(x)` is
a column as a number); the period before has the populations but not the derived columns.
"""

import argparse
import csv
import pathlib
import sys
from fractions import Fraction

import duckdb

KEY = ["period", "unit", "sector", "indicator", "measure"]
HEAD = KEY + ["value", "unit_of_measure", "answers", "population", "status"]
ALL = "all"


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--year", required=True)
    parser.add_argument("--submissions", required=True, type=pathlib.Path)
    parser.add_argument("--previous", type=pathlib.Path)
    parser.add_argument("--tidy", required=True, type=pathlib.Path)
    parser.add_argument("--columns", required=True, help="keys by position, as in each file")
    parser.add_argument("--delimiter", default=",")
    parser.add_argument("--organisations", default="htx", help="indicator of their number")
    for role in ["identifier", "unit", "sector"]:
        parser.add_argument(f"--{role}", required=True)
    for kind in [
        "class", "sum", "year-column", "range", "alias", "missing", "missing-before",
        "population", "only", "own", "ratio", "derived",
    ]:
        parser.add_argument(f"--{kind}", action="append", default=[])
    return parser.parse_args()


def pairs(texts):
    return dict(text.split("=", 1) for text in texts)


def load(db, table, folder, options):
    """Every row of every file as text, blanks around and aliases replaced; empty is NULL."""
    columns = options.columns.split(",")
    files = sorted(str(file) for file in folder.glob("*.csv"))
    if not files:
        sys.exit(f"no submissions in {folder}")
    names = ", ".join(f"'{column}': 'VARCHAR'" for column in columns)
    db.execute("CREATE OR REPLACE TABLE alias (written VARCHAR, code VARCHAR)")
    for alias in options.alias:
        db.execute("INSERT INTO alias VALUES (?, ?)", alias.rsplit("=", 1))
    code = "(SELECT coalesce((SELECT code FROM alias WHERE written = trim({0})), trim({0})))"
    coded = [options.unit, options.sector] + getattr(options, "class")
    select = ", ".join(
        "nullif({}, '') AS {}".format(
            code.format(f'"{column}"') if column in coded else f'trim("{column}")', f'"{column}"'
        )
        for column in columns
    )
    source = (
        f"read_csv($files, delim=$delimiter, quote='\"', escape='\"', header=false, skip=1, "
        f"auto_detect=false, null_padding=false, columns={{{names}}})"
    )
    db.execute(
        f"CREATE TABLE {table} AS SELECT {select} FROM {source}",
        {"files": files, "delimiter": options.delimiter},
    )
    for name, expression in pairs(options.derived).items():
        db.execute(f'ALTER TABLE {table} ADD COLUMN "{name}" VARCHAR')
        if table == "now":
            db.execute(f'UPDATE {table} SET "{name}" = {expression}')


def grouped(db, table, options, missing, expressions, where):
    """For each (unit, sector), `all` included, the values of `expressions`."""
    unit, sector = f'"{options.unit}"', f'"{options.sector}"'
    rows = db.execute(
        f"SELECT coalesce({unit}, '{ALL}'), coalesce({sector}, '{ALL}'), {', '.join(expressions)} "
        f"FROM {table} WHERE NOT list_contains($missing, {unit}) AND ({where}) "
        f"GROUP BY CUBE ({unit}, {sector})",
        {"missing": missing},
    ).fetchall()
    return {(row[0], row[1]): row[2:] for row in rows}


def number(column):
    return f'CAST("{column}" AS DECIMAL(38, 12))'


def fraction(value):
    return None if value is None else Fraction(value)


class Period:
    """The groups of one period and what the contract calls known in them."""

    def __init__(self, db, table, options, missing, grid, where="TRUE"):
        self.where = where
        self.db, self.table, self.options = db, table, options
        self.missing, self.grid = set(missing), grid
        self.population = self.column(["count(*)"], [0])

    def column(self, expressions, nothing):
        groups = grouped(
            self.db, self.table, self.options, sorted(self.missing), expressions, self.where
        )
        return {cell: groups.get(cell, nothing) for cell in self.grid}

    def within(self, where):
        """The same of a population."""
        return Period(self.db, self.table, self.options, self.missing, self.grid, where)

    def known(self, cell, value, answers):
        population = self.population[cell][0]
        if cell[0] in self.missing or (population > 0 and answers == 0):
            return None
        return Fraction(value or 0)

    def counts(self):
        return {
            cell: (self.known(cell, count, count), count)
            for cell, (count,) in self.population.items()
        }

    def classes(self, column, code):
        groups = self.column(
            [f"count(*) FILTER (\"{column}\" = '{code}')", f'count("{column}")'], [0, 0]
        )
        return {cell: (self.known(cell, n, answers), answers) for cell, (n, answers) in groups.items()}

    def sums(self, column):
        groups = self.column([f"sum({number(column)})", f'count("{column}")'], [0, 0])
        return {
            cell: (self.known(cell, total, answers), answers)
            for cell, (total, answers) in groups.items()
        }

    def spread(self, column):
        """Smallest, the two values around each quartile, largest, answers."""
        ordered = f"list_sort(list({number(column)}) FILTER (\"{column}\" IS NOT NULL))"
        count = f'count("{column}")'
        around = []
        for quarters in [1, 2, 3]:
            around.append(f"{ordered}[{quarters} * ({count} - 1) // 4 + 1]")
            around.append(f"{ordered}[({quarters} * ({count} - 1) + 3) // 4 + 1]")
        return self.column(
            [f"min({number(column)})", *around, f"max({number(column)})", count],
            [None] * 8 + [0],
        )

    def ratio(self, of, per):
        """Both sums over the rows that have both, and how many those are; `per` may count organisations."""
        both = f'"{of}" IS NOT NULL' + ("" if per is None else f' AND "{per}" IS NOT NULL')
        divisor = "count(*)" if per is None else f"sum({number(per)})"
        return self.column(
            [
                f"sum({number(of)}) FILTER ({both})",
                f"{divisor} FILTER ({both})",
                f"count(*) FILTER ({both})",
            ],
            [None, None, 0],
        )

    def range(self, column):
        """Lowest low, highest high, answers, of `low - high` or one number."""
        ends = f"string_split(\"{column}\", ' - ')"
        low = f"CAST({ends}[1] AS DECIMAL(38, 12))"
        high = f"CAST({ends}[-1] AS DECIMAL(38, 12))"
        return self.column([f"min({low})", f"max({high})", f'count("{column}")'], [None, None, 0])


def percent(part, whole):
    return None if part is None or whole is None or whole <= 0 else 100 * part / whole


def text(value):
    """At most 12 decimals, half away from zero, no trailing zeros."""
    if value is None:
        return ""
    scaled = abs(value) * 10**12
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    digits = str(whole).rjust(13, "0")
    shown = (digits[:-12] + "." + digits[-12:]).rstrip("0").rstrip(".")
    return "-" + shown if value < 0 and whole else shown


def expected(options, now, before, codes):
    """Every key of the file with value, answers, population and status."""
    populations = pairs(options.population)
    own = pairs(options.own)
    ratios = list(pairs(options.ratio))
    columns = getattr(options, "class") + options.sum + options.year_column + options.range + ratios
    result = {}
    for name in [None, *sorted(set(own.values()))]:
        mine = {column for column in columns if own.get(column) == name}
        if name is None:
            mine.add(options.organisations)
        result |= figures(options, now, before, codes, "", populations.get(name), mine)
    only = pairs(options.only)
    for name, where in populations.items():
        mine = set(only[name].split(",")) if name in only else set(columns)
        mine.add(options.organisations)
        result |= figures(options, now, before, codes, "@" + name, where, mine)
    return result


def figures(options, now, before, codes, suffix, where, mine):
    """The figures of these indicators of a population."""
    result = {}
    same_units = before is not None and now.missing == before.missing
    if where:
        now, before = now.within(where), before and before.within(where)

    def put(cell, indicator, measure, value, answers):
        status = "O" if value is None else "A"
        key = (options.year, *cell, indicator + suffix, measure)
        result[key] = (text(value), str(answers), str(now.population[cell][0]), status)

    def compare(cell, indicator, amounts, earlier):
        value, answers = amounts[cell]
        last = earlier[cell][0] if earlier else None
        if cell[0] == ALL and not same_units:
            last = None
        change = None if value is None or last is None else value - last
        put(cell, indicator, "change", change, answers)
        put(cell, indicator, "growth", percent(change, last), answers)

    def whole(cell):
        return (cell[0], ALL) if cell[1] != ALL else (ALL, ALL)

    amounts, earlier = now.counts(), before and before.counts()
    for cell, (count, answers) in amounts.items() if options.organisations in mine else []:
        put(cell, options.organisations, "count", count, answers)
        put(cell, options.organisations, "share", percent(count, amounts[whole(cell)][0]), answers)
        compare(cell, options.organisations, amounts, earlier)
    for column in (column for column in getattr(options, "class") if column in mine):
        for code in codes[column]:
            amounts = now.classes(column, code)
            earlier = before and before.classes(column, code)
            if column in pairs(options.derived):
                earlier = None
            for cell, (count, answers) in amounts.items():
                put(cell, f"{column}={code}", "count", count, answers)
                put(cell, f"{column}={code}", "share", percent(count, answers), answers)
                compare(cell, f"{column}={code}", amounts, earlier)
    for column in (column for column in options.sum if column in mine):
        amounts, earlier = now.sums(column), before and before.sums(column)
        for cell, (total, answers) in amounts.items():
            put(cell, column, "sum", total, answers)
            put(cell, column, "mean", total / answers if answers else None, answers)
            put(cell, column, "share", percent(total, amounts[whole(cell)][0]), answers)
            compare(cell, column, amounts, earlier)
    for column in (column for column in options.sum + options.year_column if column in mine):
        for cell, (least, *around, most, answers) in now.spread(column).items():
            put(cell, column, "min", fraction(least), answers)
            for quarters, measure in [(1, "q1"), (2, "median"), (3, "q3")]:
                middle = None
                if answers:
                    lower, upper = map(Fraction, around[2 * quarters - 2 : 2 * quarters])
                    middle = lower + (upper - lower) * Fraction(quarters * (answers - 1) % 4, 4)
                put(cell, column, measure, middle, answers)
            put(cell, column, "max", fraction(most), answers)
    for name, parts in pairs(options.ratio).items():
        if name not in mine:
            continue
        of, per = parts.split("/")
        for cell, (dividend, divisor, answers) in now.ratio(
            of, None if per == options.organisations else per
        ).items():
            value = None
            if answers and divisor > 0:
                value = Fraction(dividend) / Fraction(divisor)
            put(cell, name, "ratio", value, answers)
    for column in (column for column in options.range if column in mine):
        for cell, (low, high, answers) in now.range(column).items():
            put(cell, column, "min", fraction(low), answers)
            put(cell, column, "max", fraction(high), answers)
    return result


def strangers(db, table, options, grid):
    """Units and sectors of rows that the file does not have."""
    places = db.execute(f'SELECT DISTINCT "{options.unit}", "{options.sector}" FROM {table}')
    return [place for place in places.fetchall() if place not in grid]


def form_faults(data, rows):
    if data.startswith(b"\xef\xbb\xbf") or data.count(b"\n") != data.count(b"\r\n"):
        yield "not UTF-8 without byte order mark and with CRLF"
    keys = [tuple(row[name].encode() for name in KEY) for row in rows]
    if keys != sorted(set(keys)):
        yield "keys are not sorted by bytes, each once"


def main():
    options = arguments()
    data = options.tidy.read_bytes()
    reader = csv.DictReader(data.decode("utf-8").splitlines())
    rows = list(reader)
    if reader.fieldnames != HEAD:
        sys.exit(f"{options.tidy} has other columns: {reader.fieldnames}")
    units = sorted({row["unit"] for row in rows})
    sectors = sorted({row["sector"] for row in rows})
    grid = {(unit, sector): None for unit in units for sector in sectors}
    codes = {
        column: sorted(
            {
                row["indicator"].split("=", 1)[1].split("@")[0]
                for row in rows
                if row["indicator"].startswith(f"{column}=")
            }
        )
        for column in getattr(options, "class")
    }
    db = duckdb.connect()
    db.execute("CREATE MACRO number(x) AS CAST(x AS DECIMAL(38, 12))")
    load(db, "now", options.submissions, options)
    faults = list(form_faults(data, rows))
    faults += [f"now: {place} is not in the file" for place in strangers(db, "now", options, grid)]
    for column in codes:
        for (code,) in db.execute(f'SELECT DISTINCT "{column}" FROM now').fetchall():
            if code is not None and code not in codes[column]:
                faults.append(f"now: {column}={code} is not in the file")
    now = Period(db, "now", options, options.missing, grid)
    before = None
    if options.previous:
        load(db, "before", options.previous, options)
        faults += [
            f"before: {place} is not in the file"
            for place in strangers(db, "before", options, grid)
        ]
        before = Period(db, "before", options, options.missing_before, grid)
    here = {
        tuple(row[name] for name in KEY): tuple(row[name] for name in HEAD[5:6] + HEAD[7:])
        for row in rows
    }
    there = expected(options, now, before, codes)
    for key in sorted(here.keys() | there.keys()):
        if here.get(key) != there.get(key):
            faults.append(f"{'.'.join(key)}: file {here.get(key)}, SQL {there.get(key)}")
    for fault in faults[:50]:
        print(fault)
    print(f"{len(there)} figures recomputed, {len(faults)} differences")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
