/// Part I of Phụ lục I: what holds for every page.
extension Clause {
    static let paperWidth = measure(
        "I.1",
        vi: "Khổ giấy A4: bề rộng",
        en: "A4 paper: width",
        210...210,
        .millimetres
    )
    static let paperHeight = measure(
        "I.1",
        vi: "Khổ giấy A4: chiều cao",
        en: "A4 paper: height",
        297...297,
        .millimetres
    )
    static let orientation = words(
        "I.2",
        vi: "Chiều trang",
        en: "Orientation",
        required: ("dọc; chỉ trang có bảng được quay ngang", "portrait; only tables may lie across")
    )
    static let topMargin = measure(
        "I.3",
        vi: "Lề trên",
        en: "Top margin",
        20...25,
        .millimetres
    )
    static let bottomMargin = measure(
        "I.3",
        vi: "Lề dưới",
        en: "Bottom margin",
        20...25,
        .millimetres
    )
    static let leftMargin = measure(
        "I.3",
        vi: "Lề trái",
        en: "Left margin",
        30...35,
        .millimetres
    )
    static let rightMargin = measure(
        "I.3",
        vi: "Lề phải",
        en: "Right margin",
        15...20,
        .millimetres
    )
    static let face = words(
        "I.4",
        vi: "Phông chữ",
        en: "Face",
        required: ("Times New Roman", "Times New Roman")
    )
    static let unicode = words(
        "I.4",
        vi: "Bảng mã",
        en: "Character set",
        required: ("Unicode (TCVN 6909:2001)", "Unicode (TCVN 6909:2001)")
    )
    static let colour = words("I.4", vi: "Màu chữ", en: "Colour", required: ("đen", "black"))
    static let firstPageNumber = words(
        "I.7",
        vi: "Số trang ở trang đầu",
        en: "Page number on the first page",
        required: ("không hiển thị", "hidden")
    )
    static let pageNumber = words(
        "I.7",
        vi: "Số trang: chữ số và thứ tự",
        en: "Page number: digits and order",
        required: ("chữ số Ả Rập, liên tục từ 1", "Arabic digits, counted from 1")
    )
    static let pageNumberPlace = words(
        "I.7",
        vi: "Số trang: vị trí",
        en: "Page number: place",
        required: ("canh giữa, trong lề trên", "centred in the top margin")
    )
    static let pageNumberSize = size("I.7", vi: "Số trang", en: "Page number", 13...14)
    static let pageNumberStyle = style("I.7", vi: "Số trang", en: "Page number", LetterStyle())
    static let version = words(
        "IV",
        vi: "Phiên bản PDF",
        en: "Version of PDF",
        required: ("từ 1.4 trở lên", "1.4 or newer")
    )
}
