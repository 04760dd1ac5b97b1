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
