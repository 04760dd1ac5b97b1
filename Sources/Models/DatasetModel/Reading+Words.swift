package import Diagnostics

extension Reading.Setting {
    /// What the setting is called, for people; a name that is not known stands for itself.
    package var label: Bilingual {
        switch name {
        case "encoding": Bilingual(vi: "bảng mã", en: "encoding")
        case "delimiter": Bilingual(vi: "dấu phân cách", en: "delimiter")
        case "quote": Bilingual(vi: "dấu bao ô", en: "quote")
        case "escape": Bilingual(vi: "dấu thoát", en: "escape")
        case "line_end": Bilingual(vi: "ngắt dòng", en: "line end")
        case "comment": Bilingual(vi: "dấu đầu dòng chú thích", en: "comment mark")
        case "preamble": Bilingual(vi: "số dòng mở đầu", en: "lines above")
        case "header_rows": Bilingual(vi: "số dòng tiêu đề", en: "heading rows")
        case "number_form": Bilingual(vi: "kiểu viết số", en: "number form")
        case "unit_of_measure": Bilingual(vi: "đơn vị tính", en: "unit of measure")
        case "unit": Bilingual(vi: "đơn vị gửi", en: "unit that sent it")
        case "sheet": Bilingual(vi: "trang tính", en: "sheet")
        default: Bilingual(vi: name, en: name)
        }
    }

    /// The value, for people: invisible characters by their names.
    package var shown: Bilingual {
        switch (name, value) {
        case (_, nil): Bilingual(vi: "không có", en: "none")
        case ("number_form", "point"): Bilingual(vi: "1,234.5", en: "1,234.5")
        case ("number_form", "comma"): Bilingual(vi: "1.234,5", en: "1.234,5")
        case (_, "\t"): Bilingual(vi: "tab", en: "tab")
        case (_, " "): Bilingual(vi: "dấu cách", en: "blank")
        case (_, let value?): Bilingual(vi: "“\(value)”", en: "“\(value)”")
        }
    }
}

extension Reading.LeftOut.Kind {
    /// What the line is, in words.
    package var words: Bilingual {
        switch self {
        case .blank: Bilingual(vi: "dòng trống", en: "blank line")
        case .comment: Bilingual(vi: "chú thích", en: "remark")
        case .preamble: Bilingual(vi: "phần mở đầu", en: "preamble")
        case .unitLine: Bilingual(vi: "dòng đơn vị tính", en: "unit of measure")
        case .columnNumbers: Bilingual(vi: "dòng số cột", en: "column numbers")
        case .repeatedHeading: Bilingual(vi: "tiêu đề lặp lại", en: "repeated heading")
        case .subheading: Bilingual(vi: "dòng nhóm", en: "sub-heading")
        case .subtotal: Bilingual(vi: "dòng cộng nhóm", en: "subtotal")
        case .total: Bilingual(vi: "dòng tổng", en: "total")
        case .footnote: Bilingual(vi: "ghi chú", en: "note")
        case .footer: Bilingual(vi: "phần ký tên", en: "footer")
        case .furtherTable: Bilingual(vi: "bảng khác", en: "further table")
        case .hiddenRow: Bilingual(vi: "dòng bị ẩn", en: "hidden row")
        }
    }
}
