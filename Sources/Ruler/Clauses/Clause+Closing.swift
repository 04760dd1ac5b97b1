/// Part II.7 to II.9 and III of Phụ lục I: signer, seal, recipients, annexes.
extension Clause {
    static let authority = words(
        "II.7",
        vi: "Quyền hạn, chức vụ người ký",
        en: "Authority and position",
        required: ("bên phải, cuối nội dung", "at the right, after the text")
    )
    static let authoritySize = size(
        "II.7",
        vi: "Quyền hạn, chức vụ",
        en: "Authority, position",
        13...14
    )
    static let authorityStyle = style(
        "II.7",
        vi: "Quyền hạn, chức vụ",
        en: "Authority, position",
        LetterStyle(isBold: true, isCapitals: true)
    )
    static let signer = words(
        "II.7",
        vi: "Họ tên người ký",
        en: "Name of the signer",
        required: ("không ghi học hàm, học vị", "without academic titles")
    )
    static let signerSize = size("II.7", vi: "Họ tên người ký", en: "Name of the signer", 13...14)
    static let signerStyle = style(
        "II.7",
        vi: "Họ tên người ký",
        en: "Name of the signer",
        LetterStyle(isBold: true, isCapitals: false)
    )
    static let signature = words(
        "II.7",
        vi: "Hình ảnh chữ ký",
        en: "Image of the signature",
        required: ("màu xanh, .png nền trong suốt", "blue, transparent .png")
    )
    static let seal = words(
        "II.8",
        vi: "Dấu của cơ quan",
        en: "Seal of the agency",
        required: ("màu đỏ, trùm 1/3 chữ ký về bên trái", "red, over a third of the signature")
    )
    static let attachmentSignature = words(
        "II.8",
        vi: "Chữ ký số trên tệp kèm theo",
        en: "Digital signature of attachments",
        required: ("góc trên bên phải trang đầu, cỡ 10", "top right of the first page, 10 pt")
    )
    static let addressee = words(
        "II.9a",
        vi: "Kính gửi",
        en: "Addressee",
        required: (
            "có khi gửi cấp trên; nhiều nơi thì mỗi nơi một dòng “-”, “;”, cuối “.”",
            "to a higher body; several on lines with “-”, “;”, the last “.”"
        )
    )
    static let addresseeSize = size("II.9a", vi: "Kính gửi", en: "Addressee", 13...14)
    static let addresseeStyle = style("II.9a", vi: "Kính gửi", en: "Addressee", LetterStyle())
    static let recipients = words(
        "II.9b",
        vi: "Nơi nhận",
        en: "Recipients",
        required: (
            "“Nơi nhận:” sát lề trái, ngang hàng với quyền hạn, chức vụ",
            "“Nơi nhận:” flush left, level with the signer's position"
        )
    )
    static let recipientsSize = measure(
        "II.9b",
        vi: "Chữ “Nơi nhận”: cỡ chữ",
        en: "“Nơi nhận”: size",
        12...12,
        .points
    )
    static let recipientsStyle = style(
        "II.9b",
        vi: "Chữ “Nơi nhận”",
        en: "“Nơi nhận”",
        LetterStyle(isBold: true, isItalic: true)
    )
    static let recipientListSize = size(
        "II.9b",
        vi: "Danh sách nơi nhận",
        en: "List of recipients",
        11...11
    )
    static let recipientListStyle = style(
        "II.9b",
        vi: "Danh sách nơi nhận",
        en: "List of recipients",
        LetterStyle()
    )
    static let recipientListForm = words(
        "II.9b",
        vi: "Danh sách nơi nhận: cách ghi",
        en: "List of recipients: form",
        required: (
            "“- …;” mỗi dòng, dòng cuối “- Lưu: VT, ….”", "“- …;” a line, the last “- Lưu: VT, ….”"
        )
    )
    static let annexReference = words(
        "III.1",
        vi: "Phụ lục: dẫn trong văn bản",
        en: "Annex: reference in the text",
        required: ("văn bản có chỉ dẫn về phụ lục", "the text refers to the annex")
    )
    static let annexHeading = words(
        "III.1",
        vi: "Phụ lục: cách ghi",
        en: "Annex: heading",
        required: (
            "“Phụ lục” một dòng riêng, canh giữa; từ hai phụ lục đánh số La Mã",
            "“Phụ lục” on its own line, centred; Roman numbers when two or more"
        )
    )
    static let annexSize = size("III.1", vi: "Phụ lục", en: "Annex", 14...14)
    static let annexStyle = style(
        "III.1",
        vi: "Phụ lục",
        en: "Annex",
        LetterStyle(isBold: true, isCapitals: false)
    )
    static let annexTitleSize = size(
        "III.1",
        vi: "Tiêu đề phụ lục",
        en: "Title of the annex",
        13...14
    )
    static let annexTitleStyle = style(
        "III.1",
        vi: "Tiêu đề phụ lục",
        en: "Title of the annex",
        LetterStyle(isBold: true, isCapitals: true)
    )
    static let annexNoteSize = size(
        "III.1",
        vi: "Dòng “Kèm theo”",
        en: "The line “Kèm theo”",
        13...14
    )
    static let annexNoteStyle = style(
        "III.1",
        vi: "Dòng “Kèm theo”",
        en: "The line “Kèm theo”",
        LetterStyle(isItalic: true)
    )
}
