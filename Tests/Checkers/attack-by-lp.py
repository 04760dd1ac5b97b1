"""Attacks a published tidy.csv from outside with a solver of its own (HiGHS, in SciPy).

    attack-by-lp.py PUBLIC-TIDY TRUE-TIDY PERCENT [SIGNED-COLUMN …]

The attacker knows every published sum, mean, share, change and growth, that units add up to their total and
sectors to theirs, how many organisations answered, and that amounts are not below zero but in the columns
named. For each sum that is suppressed its least and its largest value are computed. A line is printed for each
that is found out: a value that is the only possible one, and, of one or two organisations, a value whose interval
does not reach PERCENT of it to both sides. TRUE-TIDY, which is not public, tells what the values are.
"""

import csv
import sys
from collections import defaultdict

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_matrix


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {(r["indicator"], r["measure"], r["unit"], r["sector"]): r for r in rows}


class Table:
    """The sums of one indicator, of this year and the one before, as variables."""

    def __init__(self, indicator, public, is_signed):
        self.indicator, self.public = indicator, public
        places = sorted({k[2:] for k in public if k[:2] == (indicator, "sum")})
        self.units = sorted({unit for unit, _ in places})
        self.sectors = sorted({sector for _, sector in places})
        self.number = {}
        for year in (0, 1):
            for place in places:
                self.number[year, place] = len(self.number)
        self.bounds = [(None, None) if is_signed else (0, None) for _ in self.number]
        self.terms, self.right = [], []
        for place in places:
            self.facts(place)
        self.additions(places)

    def figure(self, measure, place):
        return self.public.get((self.indicator, measure, *place))

    def value(self, measure, place):
        row = self.figure(measure, place)
        return float(row["value"]) if row and row["status"] == "A" and row["value"] else None

    def equation(self, terms, right=0.0):
        self.terms.append(terms)
        self.right.append(right)

    def facts(self, place):
        now, before = self.number[0, place], self.number[1, place]
        total = self.figure("sum", place)
        answers = int(total["answers"])
        if answers == 0:
            self.bounds[now] = (0, 0)
        for known in (
            self.value("sum", place),
            None if (mean := self.value("mean", place)) is None else mean * answers,
        ):
            if known is not None:
                self.bounds[now] = (known, known)
        unit, sector = place
        whole = ("all", "all") if sector == "all" else (unit, "all")
        if (share := self.value("share", place)) is not None and whole != place:
            self.equation({now: 1.0, self.number[0, whole]: -share / 100})
        if (change := self.value("change", place)) is not None:
            self.equation({now: 1.0, before: -1.0}, change)
        if (growth := self.value("growth", place)) is not None:
            self.equation({now: 1.0, before: -(1 + growth / 100)})

    def additions(self, places):
        for lines, is_unit in ((self.units, True), (self.sectors, False)):
            for line in lines:
                terms = defaultdict(float)
                for place in places:
                    if place[0 if is_unit else 1] != line:
                        continue
                    other = place[1 if is_unit else 0]
                    terms[self.number[0, place]] += -1.0 if other == "all" else 1.0
                self.equation(terms)

    def interval(self, place):
        rows, columns, values = [], [], []
        for row, terms in enumerate(self.terms):
            for column, value in terms.items():
                rows.append(row)
                columns.append(column)
                values.append(value)
        matrix = coo_matrix((values, (rows, columns)), shape=(len(self.terms), len(self.number)))
        ends = []
        for sign in (1.0, -1.0):
            costs = np.zeros(len(self.number))
            costs[self.number[0, place]] = sign
            # Published shares end after twelve decimals: sums hold within that.
            slack = 1e-6 * (1 + np.abs(self.right))
            both = coo_matrix(np.vstack([matrix.toarray(), -matrix.toarray()]))
            limits = np.concatenate([self.right + slack, -np.array(self.right) + slack])
            result = linprog(costs, A_ub=both, b_ub=limits, bounds=self.bounds, method="highs")
            if result.status == 3:
                ends.append(sign * -np.inf)
            elif result.status == 0:
                ends.append(sign * result.fun)
            else:
                sys.exit(f"{self.indicator} {place}: {result.message}")
        return ends


def main():
    public, true = read(sys.argv[1]), read(sys.argv[2])
    percent, signed = float(sys.argv[3]), set(sys.argv[4:])
    attacked = found = 0
    for indicator in sorted({k[0] for k in public if k[1] == "sum"}):
        table = Table(indicator, public, indicator in signed)
        for place in sorted(place for year, place in table.number if year == 0):
            answers = int(table.figure("sum", place)["answers"])
            if not answers:
                continue
            known = table.figure("sum", place)["status"] == "A"
            if known and answers > 2:
                continue
            attacked += 1
            value = float(true[indicator, "sum", *place]["value"])
            low, high = table.interval(place)
            # Of a secret zero there is no way down.
            needs = abs(value) * percent / 100 if answers < 3 else 0
            down = needs if indicator in signed else min(needs, value)
            close = 1e-4 * max(1, abs(value)) if needs == 0 else 0
            if high - low <= close or high < value + needs - 1e-3 or low > value - down + 1e-3:
                found += 1
                print(f"{indicator}.sum.{'.'.join(place)}: {value} in [{low}, {high}]")
    print(f"{attacked} attacked, {found} found")
    sys.exit(1 if found else 0)


main()
