/// Part II.1 to II.5 of Phụ lục I: what stands at the head of the first page.
extension Clause {
    static let country = words(
        "II.1",
        vi: "Quốc hiệu",
        en: "National heading",
        required: (
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, bên phải, đầu trang đầu",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, at the right on top of the first page"
        )
    )
    static let countrySize = size("II.1", vi: "Quốc hiệu", en: "National heading", 12...13)
    static let countryStyle = style(
        "II.1",
        vi: "Quốc hiệu",
        en: "National heading",
        LetterStyle(isBold: true, isCapitals: true)
    )
    static let motto = words(
        "II.1",
        vi: "Tiêu ngữ",
        en: "Motto",
        required: (
            "Độc lập - Tự do - Hạnh phúc, gạch nối có cách chữ",
            "Độc lập - Tự do - Hạnh phúc, hyphens between spaces"
        )
    )
    static let mottoSize = size("II.1", vi: "Tiêu ngữ", en: "Motto", 13...14)
    static let mottoStyle = style("II.1", vi: "Tiêu ngữ", en: "Motto", LetterStyle(isBold: true))
    static let mottoCentred = words(
        "II.1",
        vi: "Tiêu ngữ: canh giữa dưới Quốc hiệu",
        en: "Motto: centred under the national heading",
        required: ("lệch không quá 2 mm", "at most 2 mm off")
    )
    static let mottoSpacing = measure(
        "II.1",
        vi: "Quốc hiệu và Tiêu ngữ: cách dòng",
        en: "National heading and motto: line spacing",
        1...1,
        .lines
    )
    static let mottoRule = words(
        "II.1",
        vi: "Đường kẻ dưới Tiêu ngữ",
        en: "Rule under the motto",
        required: ("nét liền, dài bằng dòng chữ", "solid, as long as the text")
    )
    static let parentSize = size(
        "II.2",
        vi: "Cơ quan chủ quản",
        en: "Parent body",
        12...13
    )
    static let parentStyle = style(
        "II.2",
        vi: "Cơ quan chủ quản",
        en: "Parent body",
        LetterStyle(isCapitals: true)
    )
    static let issuer = words(
        "II.2",
        vi: "Tên cơ quan ban hành",
        en: "Issuing body",
        required: ("bên trái, đầu trang đầu", "at the left on top of the first page")
    )
    static let issuerSize = size("II.2", vi: "Cơ quan ban hành", en: "Issuing body", 12...13)
    static let issuerStyle = style(
        "II.2",
        vi: "Cơ quan ban hành",
        en: "Issuing body",
        LetterStyle(isBold: true, isCapitals: true)
    )
    static let issuerRule = words(
        "II.2",
        vi: "Đường kẻ dưới tên cơ quan",
        en: "Rule under the issuing body",
        required: (
            "nét liền, canh giữa, dài 1/3–1/2 dòng chữ", "solid, centred, 1/3–1/2 of the text"
        )
    )
    static let number = words(
        "II.3",
        vi: "Số, ký hiệu",
        en: "Number and symbol",
        required: (
            "Số: 05/BC-…: số dưới 10 có 0, “/” và “-” không cách chữ",
            "Số: 05/BC-…: 0 before a number below 10, no spaces around “/” and “-”"
        )
    )
    static let numberSize = size("II.3", vi: "Số, ký hiệu", en: "Number and symbol", 13...13)
    static let numberStyle = style(
        "II.3",
        vi: "Số, ký hiệu",
        en: "Number and symbol",
        LetterStyle()
    )
    static let numberCentred = words(
        "II.3",
        vi: "Số, ký hiệu: canh giữa dưới tên cơ quan",
        en: "Number: centred under the issuing body",
        required: ("lệch không quá 3 mm", "at most 3 mm off")
    )
    static let date = words(
        "II.4",
        vi: "Địa danh và thời gian",
        en: "Place and date",
        required: (
            "…, ngày 05 tháng 01 năm 2021: ngày dưới 10 và tháng 1, 2 có 0",
            "…, ngày 05 tháng 01 năm 2021: 0 before days below 10 and months 1, 2"
        )
    )
    static let dateSize = size("II.4", vi: "Địa danh và thời gian", en: "Place and date", 13...14)
    static let dateStyle = style(
        "II.4",
        vi: "Địa danh và thời gian",
        en: "Place and date",
        LetterStyle(isItalic: true)
    )
    static let datePlace = words(
        "II.4",
        vi: "Địa danh và thời gian: vị trí",
        en: "Place and date: place",
        required: (
            "cùng dòng với số, canh giữa dưới Quốc hiệu",
            "on the number's line, centred under the national heading"
        )
    )
    static let kind = words(
        "II.5",
        vi: "Tên loại văn bản",
        en: "Kind of document",
        required: ("BÁO CÁO… trên một dòng riêng, canh giữa", "BÁO CÁO… on its own line, centred")
    )
    static let kindSize = size("II.5", vi: "Tên loại", en: "Kind of document", 13...14)
    static let kindStyle = style(
        "II.5",
        vi: "Tên loại",
        en: "Kind of document",
        LetterStyle(isBold: true, isCapitals: true)
    )
    static let abstract = words(
        "II.5",
        vi: "Trích yếu",
        en: "Abstract",
        required: ("dưới tên loại, canh giữa", "under the kind, centred")
    )
    static let abstractSize = size("II.5", vi: "Trích yếu", en: "Abstract", 13...14)
    static let abstractStyle = style(
        "II.5",
        vi: "Trích yếu",
        en: "Abstract",
        LetterStyle(isBold: true, isCapitals: false)
    )
    static let abstractRule = words(
        "II.5",
        vi: "Đường kẻ dưới trích yếu",
        en: "Rule under the abstract",
        required: (
            "nét liền, canh giữa, dài 1/3–1/2 dòng chữ", "solid, centred, 1/3–1/2 of the text"
        )
    )
    static let subject = words(
        "II.5",
        vi: "Trích yếu công văn",
        en: "Subject of an official letter",
        required: ("“V/v …” canh giữa dưới số", "“V/v …” centred under the number")
    )
    static let subjectSize = size(
        "II.5",
        vi: "Trích yếu công văn",
        en: "Subject of an official letter",
        12...13
    )
    static let subjectStyle = style(
        "II.5",
        vi: "Trích yếu công văn",
        en: "Subject of an official letter",
        LetterStyle()
    )
}
