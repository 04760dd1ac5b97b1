import Diagnostics

/// Part II.6 of Phụ lục I: the text.
extension Clause {
    static let basisSize = size("II.6", vi: "Căn cứ", en: "Legal basis", 13...14)
    static let basisStyle = style(
        "II.6",
        vi: "Căn cứ",
        en: "Legal basis",
        LetterStyle(isItalic: true)
    )
    static let basisEnds = words(
        "II.6",
        vi: "Căn cứ: dấu cuối dòng",
        en: "Legal basis: ends of lines",
        required: ("mỗi căn cứ một dòng, “;”, dòng cuối “.”", "one a line, “;”, the last “.”")
    )
    static let bodySize = size("II.6", vi: "Nội dung", en: "Text", 13...14)
    static let bodyOneSize = words(
        "II.6",
        vi: "Nội dung: cùng một cỡ chữ",
        en: "Text: one size",
        required: ("một cỡ cho cả văn bản", "one throughout")
    )
    static let bodyStyle = style("II.6", vi: "Nội dung", en: "Text", LetterStyle())
    static let justified = words(
        "II.6",
        vi: "Nội dung: canh đều hai bên",
        en: "Text: justified",
        required: ("đều cả hai lề", "at both margins")
    )
    static let indent = Clause(
        source: "II.6",
        name: .init(vi: "Lùi đầu dòng", en: "First-line indent"),
        required: .init(vi: "10 hoặc 12,7", en: "10 or 12.7"),
        unit: .millimetres,
        range: 10...12.7
    )
    static let paragraphSpacing = measure(
        "II.6",
        vi: "Cách đoạn",
        en: "Paragraph spacing",
        6...(.infinity),
        .points
    )
    static let lineSpacing = measure(
        "II.6",
        vi: "Cách dòng",
        en: "Line spacing",
        1...1.5,
        .lines
    )
    static let partStyle = style(
        "II.6",
        vi: "Phần, chương",
        en: "Part, chapter",
        LetterStyle(isBold: true, isCapitals: false)
    )
    static let partSize = size("II.6", vi: "Phần, chương", en: "Part, chapter", 13...14)
    static let romanStyle = style(
        "II.6",
        vi: "Tiêu đề I, II, III",
        en: "Headings I, II, III",
        LetterStyle(isBold: true, isCapitals: true)
    )
    static let arabicStyle = style(
        "II.6",
        vi: "Tiêu đề 1, 2, 3",
        en: "Headings 1, 2, 3",
        LetterStyle(isBold: true)
    )
    static let pointStyle = style("II.6", vi: "Điểm a, b, c", en: "Points a, b, c", LetterStyle())
    static let headingSize = size("II.6", vi: "Tiêu đề", en: "Headings", 13...14)
    static let citation = words(
        "II.6",
        vi: "Viện dẫn văn bản",
        en: "Citation of law",
        required: (
            "lần đầu ghi đủ loại, số, ngày, cơ quan, trích yếu",
            "in full when first mentioned"
        )
    )
    static let ending = words(
        "II.6",
        vi: "Kết thúc nội dung",
        en: "End of the text",
        required: ("“./.” như mẫu", "“./.” as in the model")
    )
}
