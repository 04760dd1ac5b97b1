"""Makes workbooks for the tests, and tells what other readers see in them.

    workbooks.py make FOLDER        samples of several writers, and hostile files
    workbooks.py view FILE          every cell as openpyxl (.xlsx) or xlrd (.xls) reads it
"""
import datetime
import decimal
import io
import re
import sys
import zipfile
from pathlib import Path

import openpyxl
import xlrd
import xlsxwriter
import xlwt


def shown(value):
    if isinstance(value, bool):
        return "boolean", "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        number = decimal.Decimal(repr(value))
        text = format(number, "f")
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        return "number", "0" if text == "-0" else text
    if isinstance(value, datetime.datetime):
        rounded = value
        if value.microsecond:
            rounded += datetime.timedelta(microseconds=500 - (value.microsecond + 500) % 1000)
        text = rounded.isoformat(timespec="milliseconds")
        text = text.removesuffix(".000")
        return "date", text.removesuffix("T00:00:00")
    if isinstance(value, datetime.time):
        return "date", value.isoformat(timespec="milliseconds").removesuffix(".000")
    if isinstance(value, datetime.timedelta):
        seconds = round(value.total_seconds())
        return "date", f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
    return "text", str(value)


def lines(name, state, cells, merges, hidden_rows):
    yield f"== {name} ({state})"
    for address, kind, text in cells:
        yield f"{address} {kind} {text!r}"
    for merge in sorted(merges):
        yield f"merged {merge}"
    for row in hidden_rows:
        yield f"hidden {row}"


def view_new(path):
    book = openpyxl.load_workbook(path, data_only=True)
    for sheet in book.worksheets:
        cells = []
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is None or cell.value == "":
                    continue
                kind, text = shown(cell.value)
                cells.append((cell.coordinate, "error" if cell.data_type == "e" else kind, text))
        filled = {openpyxl.utils.cell.coordinate_from_string(c[0])[1] for c in cells}
        hidden = [n for n, d in sheet.row_dimensions.items() if d.hidden and n in filled]
        yield from lines(sheet.title, sheet.sheet_state, cells,
                         [str(r) for r in sheet.merged_cells.ranges], sorted(hidden))


def view_old(path):
    book = xlrd.open_workbook(path, formatting_info=True)
    for sheet in book.sheets():
        cells = []
        for row in range(sheet.nrows):
            for column in range(sheet.ncols):
                cell = sheet.cell(row, column)
                address = f"{openpyxl.utils.get_column_letter(column + 1)}{row + 1}"
                if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or cell.value == "":
                    continue
                if cell.ctype == xlrd.XL_CELL_DATE:
                    if cell.value < 1:
                        kind, text = shown(datetime.time(*xlrd.xldate_as_tuple(cell.value, book.datemode)[3:]))
                    else:
                        kind, text = shown(xlrd.xldate_as_datetime(cell.value, book.datemode))
                elif cell.ctype == xlrd.XL_CELL_BOOLEAN:
                    kind, text = shown(bool(cell.value))
                elif cell.ctype == xlrd.XL_CELL_ERROR:
                    kind, text = "error", xlrd.error_text_from_code[cell.value]
                else:
                    kind, text = shown(cell.value)
                cells.append((address, kind, text))
        merges = [f"{openpyxl.utils.get_column_letter(c1 + 1)}{r1 + 1}:{openpyxl.utils.get_column_letter(c2)}{r2}"
                  for r1, r2, c1, c2 in sheet.merged_cells]
        filled = {int(re.sub(r"\D", "", c[0])) for c in cells}
        hidden = [n + 1 for n, d in sheet.rowinfo_map.items() if d.hidden and n + 1 in filled]
        state = ["visible", "hidden", "veryHidden"][sheet.visibility]
        yield from lines(sheet.name, state, cells, merges, sorted(hidden))


TEXTS = ["Sông Mơ", "  hai đầu có khoảng trắng ", "dòng một\ndòng hai", "a\tb", 'có "ngoặc"', "0123", "1.234",
         "x" * 5000, "𝔘nicode 😀", "_gạch_ dưới", "Hòa An", "="]
NUMBERS = [0, 1, -1, 0.1, 1.1, 0.1 + 0.2, 1e-7, 1.5e300, 123456789012345, 1234567.891, -0.5, 3664, 1 / 3, 5e-324,
           2**31, -2**29, 2**29 - 1, 12.34, 99999.99]


def report(add, day, moment, clock):
    """The same sheet with every writer: `add(row, column, value, format)`."""
    for row, text in enumerate(TEXTS):
        add(row, 0, text, None)
    for row, number in enumerate(NUMBERS):
        add(row, 2, number, None)
    days = [datetime.datetime(2020, 12, 31), datetime.datetime(1900, 3, 1), datetime.datetime(2000, 2, 29),
            datetime.datetime(9999, 12, 31), datetime.datetime(1904, 1, 2)]
    for row, value in enumerate(days):
        add(row, 3, value, day)
    add(5, 3, datetime.datetime(2020, 12, 31, 14, 30, 15), moment)
    add(6, 3, datetime.datetime(2021, 1, 1, 23, 59, 59, 500000), moment)
    add(7, 3, datetime.time(7, 5), clock)
    add(0, 5, True, None)
    add(1, 5, False, None)
    add(40, 30, "xa", None)


def by_xlsxwriter(path, options, days=("dd/mm/yyyy", 'd"-"mmm\\ yy;@', "[$-42A]dd mmmm yyyy", "yyyy", "m/d/yy")):
    book = xlsxwriter.Workbook(path, options)
    for number, code in enumerate(days[:1] if options else days):
        sheet = book.add_worksheet(f"Biểu {number + 1}")
        day = book.add_format({"num_format": code})
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm:ss"})
        clock = book.add_format({"num_format": "hh:mm"})

        def add(row, column, value, style):
            if isinstance(value, str):
                sheet.write_string(row, column, value)
            elif isinstance(value, datetime.datetime) and value.year < 1904 and options:
                pass
            else:
                sheet.write(row, column, value, style)
        report(add, day, moment, clock)
        bold = book.add_format({"bold": True})
        sheet.write_rich_string(20, 0, "Doanh ", bold, "thu ", "thuần")
        sheet.write_formula(21, 0, "=SUM(C1:C2)", None, 12.5)
        sheet.write_formula(22, 0, '="a"&"b"', None, "ab")
        sheet.write_formula(23, 0, "=NA()", None, "#N/A")
        sheet.write_formula(24, 0, "=TRUE()", None, "TRUE")
        sheet.merge_range("H1:J1", "Vốn")
        sheet.merge_range("H2:H3", "TT")
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.set_column("E:F", None, None, {"hidden": True})
    book.add_worksheet("Trống").hide()
    book.add_worksheet("Rất ẩn").very_hidden()
    book.close()


def by_openpyxl(path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Biểu & 1"

    def add(row, column, value, style):
        cell = sheet.cell(row + 1, column + 1, value)
        if value == "=":
            cell.data_type = "s"
        if style:
            cell.number_format = style
    report(add, "dd/mm/yyyy", "yyyy-mm-dd hh:mm:ss", "h:mm")
    sheet.cell(21, 1, datetime.timedelta(hours=36, minutes=5)).number_format = "[h]:mm:ss"
    sheet.cell(22, 1, 44196).number_format = "#,##0 \"d\""
    sheet.cell(23, 1, 44196).number_format = "[Red]#,##0;[Blue]-#,##0"
    sheet.cell(24, 1, 0.25).number_format = "0.00%"
    sheet.cell(25, 1, 44196).number_format = "General"
    sheet.cell(26, 1, "#REF!").data_type = "e"
    sheet.merge_cells("H1:J2")
    sheet["H1"] = "Vốn"
    sheet.row_dimensions[2].hidden = True
    book.create_sheet("Ẩn").sheet_state = "hidden"
    book.save(path)


def by_xlwt(path, from_1904=False):
    book = xlwt.Workbook()
    book.dates_1904 = from_1904
    sheet = book.add_sheet("Biểu 1")
    styles = {code: xlwt.easyxf(num_format_str=code) for code in ("DD/MM/YYYY", "DD/MM/YYYY hh:mm:ss", "h:mm")}

    def add(row, column, value, style):
        if from_1904 and isinstance(value, datetime.datetime) and value.year < 1904:
            return
        sheet.write(row, column, value, styles[style] if style else xlwt.Style.default_style)
    report(add, *styles)
    sheet.write(30, 0, xlwt.Formula("SUM(C1:C3)"))
    sheet.write_rich_text(31, 0, [("Doanh ", xlwt.easyfont("bold on")), "thu"])
    sheet.row(32).set_cell_error(0, 0x2A)
    sheet.row(33).set_cell_error(0, 0x07)
    sheet.write_merge(0, 0, 7, 9, "Vốn")
    sheet.row(3).hidden = True
    hidden = book.add_sheet("Ẩn")
    hidden.visibility = 1
    # Enough texts to run over from a record into the next, in the middle of letters.
    for row in range(3000):
        hidden.write(row, 0, ("Hợp tác xã số %d " % row) * (1 + row % 7) + ("ascii only %d" % row))
        hidden.write(row, 1, "plain %d" % row)
    book.save(path)


def small(path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("Biểu 1")
    for row, cells in enumerate([("Tên", "Vốn"), ("Sông Mơ", 1.25), ("Hòa An", 3)]):
        for column, value in enumerate(cells):
            sheet.write(row, column, value)
    book.save(path)


HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
LINKS = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def parts(sheet, strings="", workbook="", relations=""):
    """The parts of a workbook with one sheet."""
    return {
        "[Content_Types].xml": HEAD + "<Types/>",
        "_rels/.rels": HEAD + f'<Relationships><Relationship Id="a" Type="{REL}officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": HEAD + f'<workbook {MAIN} {LINKS}>{workbook}<sheets><sheet name="Biểu 1" sheetId="1" r:id="s1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": HEAD + f'<Relationships><Relationship Id="s1" Type="{REL}worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="s2" Type="{REL}sharedStrings" Target="sharedStrings.xml"/>'
        f'<Relationship Id="s3" Type="{REL}styles" Target="/xl/styles.xml"/>{relations}</Relationships>',
        "xl/sharedStrings.xml": HEAD + f"<sst {MAIN} count=\"4000000000\" uniqueCount=\"4000000000\">{strings}</sst>",
        "xl/styles.xml": HEAD + f'<styleSheet {MAIN}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": HEAD + f"<worksheet {MAIN}>{sheet}</worksheet>",
    }


def rows(*cells):
    return "<sheetData>" + "".join(f'<row r="{n + 1}">{row}</row>' for n, row in enumerate(cells)) + "</sheetData>"


ROW = '<c r="A1" t="inlineStr"><is><t>Tên</t></is></c><c r="B1"><v>1</v></c>'
ROW2 = '<c r="A2" t="inlineStr"><is><t>Sông Mơ</t></is></c><c r="B2"><v>2</v></c>'


def hostile():
    """File name, parts; the name says what is wrong."""
    plain = parts(rows(ROW, ROW2))
    yield "plain", plain
    yield "far-cells", parts(rows(ROW, *[f'<c r="XFD{n}"><v>1</v></c>' for n in range(2, 3000)]))
    yield "one-far-cell", parts('<sheetData><row r="1">' + ROW + '</row><row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData>')
    yield "beyond-edge", parts(rows(ROW, '<c r="XFE2"><v>1</v></c>'))
    yield "wrong-row", parts(rows(ROW, '<c r="A3"><v>1</v></c>'))
    yield "huge-row", parts('<sheetData><row r="99999999999999999999"><c><v>1</v></c></row></sheetData>')
    yield "no-references", parts("<sheetData><row><c><v>1</v></c><c/><c><v>3</v></c></row><row/><row><c><v>4</v></c></row></sheetData>")
    yield "unordered", parts('<sheetData><row r="3"><c r="B3"><v>6</v></c><c r="A3"><v>5</v></c></row><row r="1"><c r="A1"><v>1</v></c></row></sheetData>')
    yield "cell-twice", parts(rows(ROW + '<c r="B1"><v>9</v></c>'))
    yield "no-string", parts(rows('<c r="A1" t="s"><v>5</v></c>', ROW2))
    yield "not-a-number", parts(rows('<c r="A1"><v>1,5</v></c><c r="B1"><v>0x10</v></c><c r="C1"><v>nan</v></c><c r="D1"><v>1e999</v></c>', ROW2))
    yield "bad-dates", parts(rows('<c r="A1" s="1"><v>60</v></c><c r="B1" s="1"><v>-5</v></c><c r="C1" s="1"><v>2958466</v></c><c r="D1" s="1"><v>0</v></c><c r="E1" s="1"><v>59</v></c><c r="F1" s="1"><v>1</v></c>'))
    yield "iso-date", parts(rows('<c r="A1" t="d"><v>2020-12-31</v></c>'))
    yield "uncomputed", parts(rows('<c r="A1"><f>SUM(B1)</f></c><c r="B1"><f>1</f><v/></c><c r="C1"><f>1-1</f><v>0</v></c><c r="D1"><v>0</v></c>', ROW2), workbook="<calcPr fullCalcOnLoad=\"1\"/>")
    yield "phonetic", parts(rows('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>'),
                            strings='<si><r><t>Sông</t></r><r><t xml:space="preserve"> Mơ </t></r><rPh sb="0" eb="1"><t>bỏ</t></rPh></si><si><t>a_x000D_b_x005F_x</t></si>')
    yield "decomposed", parts(rows('<c r="A1" t="inlineStr"><is><t>Ho\u0300a An</t></is></c>'))
    yield "doctype", {**plain, "xl/worksheets/sheet1.xml": '<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>'}
    yield "external-entity", {**plain, "xl/sharedStrings.xml": '<?xml version="1.0"?><!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>'}
    yield "unknown-entity", parts(rows('<c r="A1" t="inlineStr"><is><t>&nbsp;</t></is></c>'))
    yield "malformed", {**plain, "xl/worksheets/sheet1.xml": HEAD + f"<worksheet {MAIN}><sheetData><row r='1'><c r='A1'><v>1</v></row></sheetData></worksheet>"}
    yield "cut-part", {**plain, "xl/worksheets/sheet1.xml": plain["xl/worksheets/sheet1.xml"][:-20]}
    yield "no-sheet-part", {k: v for k, v in plain.items() if "sheet1" not in k}
    yield "no-styles-part", {k: v for k, v in plain.items() if "styles" not in k}
    yield "path-tricks", {**plain, "xl/_rels/workbook.xml.rels": plain["xl/_rels/workbook.xml.rels"].replace("worksheets/sheet1.xml", "../../../../etc/passwd")}
    yield "outside", {**plain, "xl/_rels/workbook.xml.rels": plain["xl/_rels/workbook.xml.rels"].replace('Target="worksheets/sheet1.xml"', 'Target="http://example.invalid/s.xml" TargetMode="External"')}
    yield "macros", {**plain, "xl/vbaProject.bin": "x"}
    yield "external-link", {**parts(rows(ROW, ROW2), relations=f'<Relationship Id="s9" Type="{REL}externalLink" Target="externalLinks/externalLink1.xml"/>'), "xl/externalLinks/externalLink1.xml": "<x/>"}
    yield "binary-workbook", {"[Content_Types].xml": "<Types/>", "xl/workbook.bin": "x"}
    yield "open-document", {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>", "META-INF/manifest.xml": "<x/>"}
    yield "word", {"[Content_Types].xml": "<Types/>", "word/document.xml": "<x/>"}
    yield "other-zip", {"readme.txt": "x"}
    yield "bomb", parts("<x/>" * (16 << 20))
    yield "string-bomb", parts(rows(*['<c t="s"><v>0</v></c>' * 10000] * 120), strings="<si><t>" + "a" * 32000 + "</t></si>")
    yield "many-sheets", {**plain, "xl/workbook.xml": HEAD + f"<workbook {MAIN} {LINKS}><sheets>" + '<sheet name="a" r:id="s1"/>' * 600 + "</sheets></workbook>"}
    yield "deep", {**plain, "xl/worksheets/sheet1.xml": "<a>" * 100000}


def strict():
    text = parts(rows(ROW, ROW2))
    return {k: v.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
            .replace(REL, "http://purl.oclc.org/ooxml/officeDocument/relationships/") for k, v in text.items()}


def zipped(contents, twice=None):
    memory = io.BytesIO()
    with zipfile.ZipFile(memory, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in contents.items():
            archive.writestr(name, text)
        if twice:
            archive.writestr(twice, contents[twice])
    return memory.getvalue()


def make(folder):
    by_xlsxwriter(folder / "xlsxwriter.xlsx", {})
    by_xlsxwriter(folder / "from-1904.xlsx", {"date_1904": True})
    by_xlsxwriter(folder / "inline.xlsx", {"constant_memory": True})
    by_openpyxl(folder / "openpyxl.xlsx")
    by_xlwt(folder / "xlwt.xls")
    by_xlwt(folder / "from-1904.xls", True)
    small(folder / "small.xls")
    for name, contents in [*hostile(), ("strict", strict())]:
        (folder / f"{name}.xlsx").write_bytes(zipped(contents))
    plain = parts(rows(ROW, ROW2))
    (folder / "repeated-part.xlsx").write_bytes(zipped(plain, "xl/worksheets/sheet1.xml"))
    damaged = bytearray(zipped(plain))
    damaged[damaged.index(b"xl/worksheets/sheet1.xml") + 40] ^= 0xFF
    (folder / "damaged.xlsx").write_bytes(damaged)
    utf16 = dict(plain)
    utf16["xl/worksheets/sheet1.xml"] = utf16["xl/worksheets/sheet1.xml"].replace("UTF-8", "UTF-16").encode("utf-16")
    (folder / "utf-16.xlsx").write_bytes(zipped(utf16))
    (folder / "encrypted.xlsx").write_bytes(renamed_stream((folder / "xlwt.xls").read_bytes(), "EncryptedPackage"))
    (folder / "word.doc").write_bytes(renamed_stream((folder / "xlwt.xls").read_bytes(), "WordDocument"))


def renamed_stream(compound_file, name):
    """A compound file whose workbook is called something else."""
    old = "Workbook".encode("utf-16-le")
    position = compound_file.index(old)
    field = name.encode("utf-16-le").ljust(64, b"\0") + (2 * len(name) + 2).to_bytes(2, "little")
    return compound_file[:position] + field + compound_file[position + 66:]


if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(Path(sys.argv[2]))
    else:
        path = sys.argv[2]
        for line in view_old(path) if path.endswith(".xls") else view_new(path):
            print(line)
