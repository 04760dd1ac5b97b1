import Diagnostics
import PeriodModel

/// What is wrong with the letters of a file.
enum EncodingFault {
    private static let sendAgain = Bilingual(
        vi: "Lấy lại tệp gốc, lưu dưới dạng “CSV UTF-8 (Comma delimited)” hoặc .xlsx rồi gửi lại; "
            + "không gõ thêm dấu bằng tay",
        en: "Take the original file, save it as “CSV UTF-8 (Comma delimited)” or .xlsx and send it "
            + "again; do not type the accents by hand"
    )

    static func lost(_ lost: LostLetters, word: String, at place: Place, lines: [Int]) -> Diagnostic
    {
        let (vi, en): (String, String) =
            switch lost.kind {
            case .replaced: ("bị thay bằng “\u{FFFD}”", "letters replaced by “\u{FFFD}”")
            case .questionMarks:
                (
                    "thành dấu “?” vì tệp được lưu bằng bảng mã không có chữ Việt",
                    "“?” for letters, as the file was saved in a code page without them"
                )
            case .softHyphens:
                (
                    "mất chữ “ư” của TCVN3 (byte 0xAD) khi sao chép",
                    "lost the “ư” of TCVN3 (byte 0xAD), as happens when text is copied"
                )
            case .halfRead:
                (
                    "mất một phần khi UTF-8 bị đọc thành Windows-1252",
                    "lost parts of letters when UTF-8 was read as Windows-1252"
                )
            }
        var seen: [String] = []
        for line in lines.map(String.init) where seen.last != line { seen.append(line) }
        let list = seen.joined(separator: ", ")
        return Diagnostic(
            "ingest.encoding.lost-letters",
            at: place,
            value: word,
            message: Bilingual(
                vi: "Chữ đã \(vi): \(lost.count) từ"
                    + (seen.isEmpty ? "" : ", các dòng đầu tiên: \(list)")
                    + "; không thể khôi phục, không được đoán",
                en: "Words have \(en): \(lost.count) in all"
                    + (seen.isEmpty ? "" : ", first in lines \(list)")
                    + "; they cannot be restored and must not be guessed"
            ),
            hint: sendAgain
        )
    }

    static func invalid(
        byte: UInt8,
        count: Int,
        encoding: String,
        at place: Place
    ) -> Diagnostic {
        let hex = (byte < 16 ? "0x0" : "0x") + String(byte, radix: 16, uppercase: true)
        return Diagnostic(
            "ingest.encoding.invalid",
            at: place,
            value: hex,
            message: Bilingual(
                vi: "Byte \(hex) không có nghĩa trong \(encoding), là bảng mã của phần còn lại; "
                    + "số byte như vậy trong tệp: \(count)",
                en: "Byte \(hex) means nothing in \(encoding), which the rest of the file is in; "
                    + "such bytes in the file: \(count)"
            ),
            hint: sendAgain
        )
    }

    static func halfUnit(count: Int, encoding: String, at place: Place) -> Diagnostic {
        Diagnostic(
            "ingest.encoding.invalid",
            at: place,
            message: Bilingual(
                vi: "Tệp \(encoding) có chữ bị cắt đôi (\(count))",
                en: "The \(encoding) file has letters cut in half (\(count))"
            ),
            hint: sendAgain
        )
    }

    static func doubtful(_ encoding: String, rival: String, path: String) -> Diagnostic {
        Diagnostic(
            "ingest.encoding.doubtful",
            .warning,
            at: Place(file: path),
            value: encoding,
            message: Bilingual(
                vi: "Bảng mã có lẽ là \(encoding), nhưng quá ít từ có dấu để loại trừ \(rival)",
                en:
                    "The encoding is probably \(encoding), but too few accented words rule out \(rival)"
            ),
            hint: Bilingual(
                vi: "Xem tên trong tệp có đúng không; nếu không, ghi encoding ở mục reading của "
                    + "report.yaml, hoặc gửi lại dạng UTF-8",
                en:
                    "Check the names; if they are wrong, set encoding under reading in report.yaml, "
                    + "or send the file in UTF-8"
            )
        )
    }

    static func mixed(_ encoding: String, word: String, at place: Place?) -> Diagnostic {
        Diagnostic(
            "ingest.encoding.mixed",
            at: place,
            value: word,
            message: Bilingual(
                vi: "Tệp lẫn hai bảng mã: có từ viết bằng Unicode, có từ viết bằng \(encoding)",
                en: "The file mixes encodings: some words are Unicode and some are \(encoding)"
            ),
            hint: Bilingual(
                vi: "Chuyển các ô viết bằng phông cũ (.VnTime, VNI-Times) sang Unicode rồi gửi lại",
                en: "Convert the cells that use old fonts (.VnTime, VNI-Times) to Unicode and send "
                    + "the file again"
            )
        )
    }
}
