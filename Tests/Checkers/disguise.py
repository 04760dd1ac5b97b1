"""Rewrites a period's clean submissions in the forms that districts really send.

    disguise.py PERIOD TARGET

Each file of PERIOD/submissions becomes another form of the same data in TARGET/submissions: old encodings,
other delimiters and number forms, titles, merged headings, column numbers, totals, sub-headings, footers,
workbooks, units in captions and headings. What is read from TARGET must give the same figures.
"""

import csv
import io
import shutil
import subprocess
import sys
import unicodedata
from decimal import Decimal
from pathlib import Path

import xlsxwriter
import xlwt

HEADINGS = {
    "ma_htx": "Mã HTX", "ten_htx": "Tên hợp tác xã", "don_vi": "Đơn vị", "linh_vuc": "Lĩnh vực",
    "tinh_trang": "Tình trạng", "nam_thanh_lap": "Năm thành lập", "so_thanh_vien": "Số thành viên",
    "so_lao_dong": "Số lao động", "von_dieu_le": "Vốn điều lệ", "tong_tai_san": "Tổng tài sản",
    "doanh_thu": "Doanh thu", "loi_nhuan": "Lợi nhuận", "thu_nhap_bq": "Thu nhập bình quân",
    "xep_loai": "Xếp loại",
}
MONEY = ["von_dieu_le", "tong_tai_san", "doanh_thu", "loi_nhuan"]
COUNTS = ["so_thanh_vien", "so_lao_dong"]
LABELS = {
    "hoat_dong": "Đang hoạt động", "ngung": "Ngừng", "cho_giai_the": "Chờ giải thể", "tot": "Tốt",
    "kha": "Khá", "trung_binh": "TB", "yeu": "Yếu", "khong_xep_loai": "Không xếp loại",
    "NN": "Nông nghiệp", "QTD": "Quỹ tín dụng nhân dân", "VT": "Giao thông vận tải",
    "TTCN": "Tiểu thủ công nghiệp", "TMDL": "Thương mại du lịch", "TNMT": "Khai thác cát",
}

# Each letter with its tones as ABC (TCVN3) fonts have them: none, grave, hook, tilde, acute, dot.
TCVN3 = {
    "aàảãáạ": "61 B5 B6 B7 B8 B9", "ăằẳẵắặ": "A8 BB BC BD BE C6", "âầẩẫấậ": "A9 C7 C8 C9 CA CB",
    "eèẻẽéẹ": "65 CC CE CF D0 D1", "êềểễếệ": "AA D2 D3 D4 D5 D6", "iìỉĩíị": "69 D7 D8 DC DD DE",
    "oòỏõóọ": "6F DF E1 E2 E3 E4", "ôồổỗốộ": "AB E5 E6 E7 E8 E9", "ơờởỡớợ": "AC EA EB EC ED EE",
    "uùủũúụ": "75 EF F1 F2 F3 F4", "ưừửữứự": "AD F5 F6 F7 F8 F9", "yỳỷỹýỵ": "79 FA FB FC FD FE",
    "đ": "AE", "ĂÂÊÔƠƯĐ": "A1 A2 A3 A4 A5 A6 A7",
}
# VNI writes a vowel and a mark behind it; some letters have a code of their own.
VNI_MARKS = {"\u0300": "\xf8", "\u0301": "\xf9", "\u0309": "\xfb", "\u0303": "\xf5", "\u0323": "\xef"}
VNI_HATS = {
    "\u0302": {"": "\xe2", "\u0301": "\xe1", "\u0300": "\xe0", "\u0309": "\xe5", "\u0303": "\xe3",
               "\u0323": "\xe4"},
    "\u0306": {"": "\xea", "\u0301": "\xe9", "\u0300": "\xe8", "\u0309": "\xfa", "\u0303": "\xfc",
               "\u0323": "\xeb"},
}
VNI_OWN = {"ì": "\xec", "í": "\xed", "ỉ": "\xe6", "ĩ": "\xf3", "ị": "\xf2", "ỵ": "\xee", "đ": "\xf1"}


def tcvn3(text):
    table = {}
    for letters, codes in TCVN3.items():
        for letter, code in zip(letters, codes.split()):
            table[letter] = int(code, 16)
    out = bytearray()
    for letter in text:
        # The capitals with tones are a font's affair: their bytes are the small letters'.
        code = table.get(letter, table.get(letter.lower()) if ord(letter) > 127 else None)
        out.append(code if code is not None else ord(letter))
    return bytes(out)


def vni(text):
    out = []
    for letter in text:
        small = letter.lower()
        if ord(letter) < 128:
            out.append(letter)
            continue
        if small in VNI_OWN:
            code = VNI_OWN[small]
        else:
            base, *marks = unicodedata.normalize("NFD", small)
            horn = "\u031b" in marks
            hat = next((m for m in marks if m in VNI_HATS), None)
            tone = next((m for m in marks if m in VNI_MARKS), "")
            code = {"o": "\xf4", "u": "\xf6"}[base] if horn else base
            if hat:
                code += VNI_HATS[hat][tone]
            elif tone:
                code += VNI_MARKS[tone]
        out.append(code.upper() if letter != small else code)
    return "".join(out).encode("latin-1")


def iconv(text, name):
    return subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", name], input=text.encode(), capture_output=True, check=True
    ).stdout


def windows1258(text):
    """Vowels with their hats composed, tones as marks behind them."""
    parts = []
    for letter in unicodedata.normalize("NFC", text):
        base, *marks = unicodedata.normalize("NFD", letter)
        tone = next((m for m in marks if m in VNI_MARKS), "")
        rest = "".join(m for m in marks if m != tone)
        parts.append(unicodedata.normalize("NFC", base + rest) + tone)
    return "".join(parts).encode("cp1258")


def comma(value, groups=True):
    """`1234.5` in the Vietnamese form; anything else as it is."""
    try:
        number = Decimal(value)
    except ArithmeticError:
        return value
    text = f"{number:,}" if groups else f"{number}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".")


def in_words(row):
    return {
        key: LABELS.get(value, value) if key in ("linh_vuc", "tinh_trang", "xep_loai") else value
        for key, value in row.items()
    }


def vietnamese(row):
    row = in_words(row)
    for key in MONEY + COUNTS:
        row[key] = comma(row[key])
    if row["thu_nhap_bq"]:
        row["thu_nhap_bq"] = " - ".join(comma(p) for p in row["thu_nhap_bq"].split(" - "))
    return row


def total(rows, keys, label="Tổng cộng", key="ten_htx"):
    """A total row of plain numbers."""
    out = dict.fromkeys(keys, "")
    out[key] = label
    for column in COUNTS + MONEY:
        if column in out:
            out[column] = str(sum(Decimal(r[column] or 0) for r in rows))
    return out


def text_table(lines, delimiter, end="\r\n"):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerows(lines)
    return out.getvalue()


def titled(rows, keys):
    """A form as offices print it: title, unit, merged headings, column numbers, total, signatures."""
    width = len(keys)
    blank = [""] * width
    top = [HEADINGS[k] for k in keys]
    second = [""] * width
    first = keys.index(MONEY[0])
    top[first:first + 4] = ["Tài chính", "", "", ""]
    second[first:first + 4] = [HEADINGS[k] for k in MONEY]
    lines = [
        ["ỦY BAN NHÂN DÂN THÀNH PHỐ"] + blank[1:],
        ["BIỂU TỔNG HỢP TÌNH HÌNH HỢP TÁC XÃ NĂM 2020"] + blank[1:],
        blank[:-1] + ["ĐVT: triệu đồng"],
        top, second,
        [f"({i + 1})" for i in range(width)],
    ]
    lines += [[vietnamese(r)[k] for k in keys] for r in rows]
    lines.append([comma(v) if k in COUNTS + MONEY else v for k, v in total(rows, keys).items()])
    lines += [
        blank,
        ["Ghi chú: số liệu ước đến 31/12/2020"] + blank[1:],
        ["", "Người lập biểu"] + blank[2:-1] + ["Thủ trưởng đơn vị"],
        ["", "(Ký, ghi rõ họ tên)"] + blank[2:-1] + ["(Ký tên, đóng dấu)"],
    ]
    return lines


def in_dong(rows, keys):
    """Money in đồng, as the headings say; whole numbers without marks."""
    heads = [HEADINGS[k] + (" (đồng)" if k in MONEY else "") for k in keys]
    lines = [heads]
    for row in rows:
        row = in_words(row)
        for key in MONEY:
            row[key] = str((Decimal(row[key]) * 1000000).to_integral_exact()) if row[key] else ""
        row["thu_nhap_bq"] = row["thu_nhap_bq"].replace(".", ",")
        lines.append([row[k] for k in keys])
    return lines


def by_sector(rows, keys):
    """No column of sectors: roman sub-headings with sums name them; a line break in a name."""
    keys = ["TT"] + [k for k in keys if k != "linh_vuc"]
    lines = [["TT"] + [HEADINGS[k] for k in keys[1:]]]
    sectors = list(dict.fromkeys(r["linh_vuc"] for r in rows))
    for number, sector in zip(["I", "II", "III", "IV", "V", "VI"], sectors):
        mine = [r for r in rows if r["linh_vuc"] == sector]
        head = total(mine, keys, LABELS[sector])
        head["TT"] = number
        lines.append([comma(head[k]) if k in COUNTS + MONEY else head[k] for k in keys])
        for count, row in enumerate(mine, 1):
            row = vietnamese(row) | {"TT": str(count)}
            row["ten_htx"] = row["ten_htx"].replace(" ", "\n", 1)
            lines.append([row[k] for k in keys])
    everything = total(rows, keys, "Cộng")
    lines.append([comma(everything[k]) if k in COUNTS + MONEY else everything[k] for k in keys])
    return lines


def marked(rows):
    """Blank cells of counts as the marks that offices write."""
    marks = ["…", "KBC", "x", "không có số liệu", "-", "#N/A", ".."]
    out = []
    for index, row in enumerate(rows):
        row = vietnamese(row)
        if not row["so_lao_dong"]:
            row["so_lao_dong"] = marks[index % len(marks)]
        out.append(row)
    return out


def xlsx(rows, keys, path):
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("Hướng dẫn").write(0, 0, "Điền số liệu vào biểu ở trang sau")
    sheet = book.add_worksheet("Biểu 1")
    bold = book.add_format({"bold": True})
    date = book.add_format({"num_format": "dd/mm/yyyy"})
    sheet.merge_range(0, 0, 0, len(keys) - 1, "BIỂU TỔNG HỢP HỢP TÁC XÃ NĂM 2020", bold)
    sheet.write(1, len(keys) - 1, "Đơn vị tính: triệu đồng")
    first = keys.index(MONEY[0])
    for column, key in enumerate(keys):
        if key in MONEY:
            sheet.write(3, column, HEADINGS[key], bold)
        else:
            sheet.merge_range(2, column, 3, column, HEADINGS[key], bold)
    sheet.merge_range(2, first, 2, first + 3, "Tài chính", bold)
    for number, row in enumerate(rows):
        line = 4 + number
        for column, key in enumerate(keys):
            value = in_words(row)[key]
            if key in MONEY + COUNTS and value:
                sheet.write_number(line, column, float(value))
            elif key == "nam_thanh_lap" and value:
                import datetime
                sheet.write_datetime(line, column, datetime.datetime(int(value), 6, 30), date)
            elif value:
                sheet.write_string(line, column, value)
    last = 4 + len(rows)
    sheet.write_string(last, 1, "Tổng cộng")
    for column, key in enumerate(keys):
        if key in MONEY + COUNTS:
            letter = chr(ord("A") + column)
            value = sum(Decimal(r[key] or 0) for r in rows)
            sheet.write_formula(
                last, column, f"=SUM({letter}5:{letter}{last})", None, float(value)
            )
    sheet.write_string(last + 2, 1, "Người lập biểu")
    book.close()


def xls(rows, keys, path):
    book = xlwt.Workbook()
    sheet = book.add_sheet("Sheet1")
    for column, key in enumerate(keys):
        sheet.write(0, column, HEADINGS[key])
    for number, row in enumerate(rows, 1):
        for column, key in enumerate(keys):
            value = in_words(row)[key]
            if key in MONEY + COUNTS + ["nam_thanh_lap", "don_vi"] and value:
                sheet.write(number, column, float(value))
            elif value:
                sheet.write(number, column, value)
    book.save(path)


def main():
    period, target = Path(sys.argv[1]), Path(sys.argv[2])
    out = target / "submissions"
    out.mkdir(parents=True)
    shutil.copy(period / "report.yaml", target)
    if (period / "texts").is_dir():
        shutil.copytree(period / "texts", target / "texts")
    for source in sorted((period / "submissions").glob("*.csv")):
        with open(source, encoding="utf-8-sig", newline="") as file:
            keys = [{v: k for k, v in HEADINGS.items()}.get(h, h) for h in next(csv.reader(file))]
            rows = list(csv.DictReader(file, keys))
        plain = [[HEADINGS[k] for k in keys]] + [[vietnamese(r)[k] for k in keys] for r in rows]
        with_total = plain + [
            [comma(v) if k in COUNTS + MONEY else v for k, v in total(rows, keys).items()]
        ]
        name, code = source.stem, source.stem[:3]
        write = (out / f"{name}.csv").write_bytes
        match code:
            case "883":
                write(b"\xef\xbb\xbf" + text_table(titled(rows, keys), ";").encode())
            case "884":
                write(b"\xff\xfe" + text_table(with_total, "\t").encode("utf-16-le"))
            case "886":
                write(windows1258(text_table(titled(rows, keys), ";")))
            case "887":
                write(tcvn3(text_table(with_total, ";")))
            case "888":
                write(vni(text_table(plain, "\t", "\n")))
            case "889":
                write(iconv(text_table(titled(rows, keys), ","), "VISCII"))
            case "890":
                lines = [plain[0]] + [[r[k] for k in keys] for r in marked(rows)]
                write(text_table(lines, "|", "\r").encode())
            case "891":
                xlsx(rows, keys, out / f"{name}.xlsx")
            case "892":
                xls(rows, keys, out / f"{name}.xls")
            case "893" if "phi" in name:
                lines = text_table(in_dong(rows, keys), ",")
                write(unicodedata.normalize("NFD", lines).encode())
            case "893":
                text = text_table(with_total, ",").encode()
                write(text.decode("cp1252", errors="replace").encode()
                      if b"\x81" not in text and b"\x8d" not in text and b"\x8f" not in text
                      and b"\x90" not in text and b"\x9d" not in text
                      else text.decode("latin-1").encode())
            case _:
                write(text_table(by_sector(rows, keys), ";").encode())


main()
