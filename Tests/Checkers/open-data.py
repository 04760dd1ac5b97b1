"""Checks published data with programs that share nothing with ours.

    open-data.py csvw FOLDER          csvw validates every file against csv-metadata.json, keys and references too
    open-data.py duckdb FOLDER        DuckDB reads each file with the columns and types that the metadata tell
    open-data.py book FOLDER          openpyxl finds in so-lieu.xlsx the cells of the tables' CSV files, and a
                                      workbook that everybody can read
    open-data.py tidy FOLDER MAP      cells of tables are those of tidy.csv: MAP is a JSON file of
                                      [{table, rows: {NAME: [unit, sector]}, columns: {TITLE: [indicator, measure, factor]}}]
    open-data.py cells FILE           prints a workbook's cells as JSON

Exit status 0: all holds, 1: differences.
"""

import csv
import json
import pathlib
import re
import sys
import warnings
import zipfile
from fractions import Fraction

HEADING_ROW = 4
faults = []


def fault(*words):
    faults.append(" ".join(str(word) for word in words))


def metadata(folder):
    return json.loads((folder / "csv-metadata.json").read_text("utf-8"))


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def unguarded(text):
    return text[1:] if len(text) > 1 and text[0] == "'" and text[1] in "'=+-@\t\r" else text


def by_csvw(folder):
    from csvw import CSVW, TableGroup
    warnings.simplefilter("error")
    path = str(folder / "csv-metadata.json")
    whole = CSVW(path, validate=True)
    if not whole.is_valid:
        fault("not valid", whole.warnings)
    group = TableGroup.from_file(path)
    for table in group.tables:
        count = len(list(table.iterdicts(strict=True)))
        if count != len(rows_of(folder / str(table.url))) - 1:
            fault(table.url, "rows", count)
        if not table.check_primary_key():
            fault(table.url, "primary key")
    if not group.check_referential_integrity(strict=True):
        fault("references")
    described = {str(table.url) for table in group.tables}
    there = {path.name for path in folder.glob("*.csv")}
    if described != there:
        fault("files", described ^ there)
    tidy = next(table for table in group.tables if str(table.url) == "tidy.csv")
    if len(tidy.tableSchema.foreignKeys) != 6:
        fault("tidy.csv refers to", len(tidy.tableSchema.foreignKeys), "lists")


def by_duckdb(folder):
    import duckdb
    numbers = {"integer", "decimal", "nonNegativeInteger"}
    for table in metadata(folder)["tables"]:
        path = folder / table["url"]
        columns = table["tableSchema"]["columns"]
        signs = sorted({sign for column in columns for sign in column.get("null", []) or [""]} | {""})
        found = duckdb.sql("SELECT * FROM read_csv(?, header=true, nullstr=?, sample_size=-1)", params=[str(path), signs])
        if found.columns != [column["titles"] for column in columns]:
            fault(path.name, "columns", found.columns)
        count = found.aggregate("count(*)").fetchall()[0][0]
        if count != len(rows_of(path)) - 1:
            fault(path.name, "rows", count)
        for column, kind in zip(columns, found.types):
            if column.get("datatype") in numbers and str(kind) not in ("BIGINT", "DOUBLE", "HUGEINT") and not str(kind).startswith("DECIMAL"):
                fault(path.name, column["titles"], kind)


def check_sheet(sheet, index, book):
    if sheet.merged_cells.ranges:
        fault(sheet.title, "has merged cells")
    if len(sheet.tables) != 1:
        fault(sheet.title, "has", len(sheet.tables), "tables")
        return
    table = next(iter(sheet.tables.values()))
    if table.ref.split(":")[1] != sheet.dimensions.split(":")[1]:
        fault(sheet.title, "table", table.ref, "of", sheet.dimensions)
    if table.headerRowCount != 1:
        fault(sheet.title, "headings are not marked")
    head = int("".join(letter for letter in table.ref.split(":")[0] if letter.isdigit()))
    if index > 1 and head != HEADING_ROW:
        fault(sheet.title, "headings in row", head)
    titles = [cell.value for cell in sheet[head]]
    if titles != [column.name for column in table.tableColumns] or len(set(titles)) != len(titles):
        fault(sheet.title, "headings", titles)
    if sheet.freeze_panes is None or not sheet.freeze_panes.endswith(str(head + 1)):
        fault(sheet.title, "is frozen at", sheet.freeze_panes)
    for row in sheet.iter_rows():
        if all(cell.value is None for cell in row):
            fault(sheet.title, "has an empty row", row[0].row)
        for cell in row:
            if cell.data_type == "f":
                fault(sheet.title, cell.coordinate, "is a formula")
    if not sheet["A1"].value:
        fault(sheet.title, "has no title")
    if not all(sheet.column_dimensions[cell.column_letter].width > 5 for cell in sheet[head]):
        fault(sheet.title, "has columns without a width")


def by_openpyxl(folder):
    import openpyxl
    path = folder / "so-lieu.xlsx"
    book = openpyxl.load_workbook(path)
    tables = [table for table in metadata(folder)["tables"] if not table["url"].startswith(("tidy", "given", "codes-"))]
    if len(book.sheetnames) != len(tables) + 2:
        fault("sheets", book.sheetnames)
    properties = book.properties
    if properties.language != "vi-VN" or not properties.title or not properties.creator:
        fault("properties", properties)
    if any(part.date_time != (1980, 1, 1, 0, 0, 0) for part in zipfile.ZipFile(path).infolist()):
        fault("the clock is in the file")
    for index, sheet in enumerate(book.worksheets):
        check_sheet(sheet, index, book)
    for sheet, table in zip(book.worksheets[2:], tables):
        if sheet["A1"].value != table["dc:title"]:
            fault(sheet.title, "title", sheet["A1"].value)
        columns = table["tableSchema"]["columns"]
        expected = rows_of(folder / table["url"])
        if sheet.max_row != len(expected) + HEADING_ROW - 1:
            fault(sheet.title, "rows", sheet.max_row, len(expected))
        for row, texts in zip(sheet.iter_rows(min_row=HEADING_ROW), expected):
            for cell, text, column in zip(row, texts, columns):
                check_cell(sheet, cell, text, column, is_heading=cell.row == HEADING_ROW)


def check_cell(sheet, cell, text, column, is_heading):
    is_number = not is_heading and column["datatype"] != "string" and text not in column.get("null", [""])
    if is_number:
        whole = len(text.lstrip("-").split(".")[0])
        if whole > 15:
            if cell.value != text:
                fault(sheet.title, cell.coordinate, cell.value, text)
        elif cell.data_type != "n" or abs(Fraction(cell.value) - Fraction(text)) > abs(Fraction(text)) / 10**15:
            fault(sheet.title, cell.coordinate, cell.value, text)
    elif isinstance(cell.value, (int, float)):
        if Fraction(text) != Fraction(str(cell.value)):
            fault(sheet.title, cell.coordinate, cell.value, text)
    elif (cell.value or "") != unguarded(text):
        fault(sheet.title, cell.coordinate, repr(cell.value), repr(text))


def by_tidy(folder, path):
    figures = {tuple(row[1:5]): row[5] for row in rows_of(folder / "tidy.csv")[1:]}
    for wanted in json.loads(pathlib.Path(path).read_text("utf-8")):
        files = [path for path in folder.glob("*.csv") if re.fullmatch(rf"bang-\d+-{wanted['table']}\.csv", path.name)]
        if len(files) != 1:
            fault(wanted["table"], "is", files)
            continue
        head, *rows = rows_of(files[0])
        names = {name for row in rows for name in row if name in wanted["rows"]}
        if names != set(wanted["rows"]):
            fault(wanted["table"], "rows", names ^ set(wanted["rows"]))
        for row in rows:
            unit, sector = next(wanted["rows"][name] for name in row if name in wanted["rows"])
            for title, (indicator, measure, factor) in wanted["columns"].items():
                printed, figure = row[head.index(title)], figures[unit, sector, indicator, measure]
                exact = Fraction(figure) * Fraction(factor)
                if abs(Fraction(printed) - exact) > Fraction(2, 10**12):
                    fault(wanted["table"], row[:2], title, printed, figure)


def cells(path):
    import openpyxl
    book = openpyxl.load_workbook(path)
    sheets = [
        {
            "name": sheet.title,
            "cells": {cell.coordinate: [cell.data_type, cell.value, cell.number_format] for row in sheet.iter_rows() for cell in row if cell.value is not None},
            "tables": {table.name: table.ref for table in sheet.tables.values()},
        }
        for sheet in book.worksheets
    ]
    print(json.dumps({"language": book.properties.language, "title": book.properties.title, "created": str(book.properties.created), "sheets": sheets}, ensure_ascii=False))


if __name__ == "__main__":
    what, where = sys.argv[1], pathlib.Path(sys.argv[2])
    if what == "cells":
        cells(where)
    else:
        {"csvw": by_csvw, "duckdb": by_duckdb, "book": by_openpyxl, "tidy": by_tidy}[what](where, *sys.argv[3:])
    for line in faults[:40]:
        print(line)
    sys.exit(1 if faults else 0)
