import Diagnostics
import SignatureKit
import Vocabulary

extension PDFSignature.Fault {
    var words: Bilingual {
        switch self {
        case .noRanges:
            Bilingual(
                vi: "/ByteRange thiếu, hoặc chỉ ra ngoài tệp",
                en: "/ByteRange is missing or leads out of the file"
            )
        case .startsLate:
            Bilingual(vi: "không bắt đầu từ đầu tệp", en: "it does not begin where the file does")
        case .gap:
            Bilingual(
                vi: "bỏ ra ngoài nhiều hơn chỗ của chính chữ ký",
                en: "more is left out than the signature itself"
            )
        case .endsInside:
            Bilingual(
                vi: "kết thúc giữa chừng, không ở cuối một lần lưu",
                en: "it ends where no revision of the file does"
            )
        }
    }
}

extension SignatureFault {
    var words: Bilingual {
        switch self {
        case .notAMessage:
            Bilingual(vi: "nội dung không phải CMS", en: "its contents are no CMS message")
        case .signers(let count):
            Bilingual(
                vi: "có \(count) người ký, phải có một",
                en: "\(count) signers instead of one"
            )
        case .noCertificate:
            Bilingual(
                vi: "không kèm chứng thư của người ký",
                en: "the signer's certificate is missing"
            )
        case .unknownDigest:
            Bilingual(vi: "thuật toán băm không dùng được", en: "its digest is of an unknown kind")
        }
    }
}

extension DocumentChange.Part {
    var words: Bilingual {
        switch self {
        case .pageCount(let before, let after):
            Bilingual(
                vi: "số trang, từ \(before) thành \(after)",
                en: "the number of pages, from \(before) to \(after)"
            )
        case .content(let page):
            Bilingual(vi: "nội dung trang \(page)", en: "the content of page \(page)")
        case .annotations(let page):
            Bilingual(
                vi: "ghi chú, con dấu hoặc ô nằm trên trang \(page)",
                en: "what lies on page \(page)"
            )
        case .form: Bilingual(vi: "biểu mẫu điền", en: "the form")
        case .metadata: Bilingual(vi: "thông tin mô tả tệp", en: "the metadata")
        case .saving:
            Bilingual(
                vi: "ngày lưu và tên chương trình đã lưu tệp",
                en: "when and by which program the file was saved"
            )
        case .names: Bilingual(vi: "tệp đính kèm hoặc tên đích", en: "embedded files or names")
        case .structure: Bilingual(vi: "cấu trúc thẻ", en: "the tags")
        case .signature: Bilingual(vi: "chữ ký", en: "a signature")
        case .longTermData:
            Bilingual(
                vi: "dữ liệu để kiểm tra chữ ký lâu dài",
                en: "data for checking signatures in the long term"
            )
        case .other(let key): Bilingual(vi: "mục /\(key)", en: "the entry /\(key)")
        }
    }
}

extension DocumentChange {
    /// The first of its objects, in brackets.
    var objectWords: Bilingual {
        guard !objects.isEmpty else { return Bilingual(vi: "", en: "") }
        let more = objects.count > 8 ? ", …" : ""
        let list = objects.prefix(8).map(String.init).joined(separator: ", ") + more
        return Bilingual(vi: " (đối tượng \(list))", en: " (objects \(list))")
    }
}

extension SignedProof.Step {
    var words: Bilingual {
        switch (since, until) {
        case (0, let until?):
            Bilingual(
                vi: "từ bản lưu đến chữ ký \(until)",
                en: "from the archived file to signature \(until)"
            )
        case (0, nil): Bilingual(vi: "từ bản lưu", en: "since the archived file")
        case (let since, let until?):
            Bilingual(
                vi: "sau chữ ký \(since), trước chữ ký \(until)",
                en: "after signature \(since), before signature \(until)"
            )
        case (let since, nil):
            Bilingual(vi: "sau chữ ký \(since)", en: "after signature \(since)")
        }
    }
}

/// A moment as people read it, in universal time.
func moment(_ seconds: Int) -> String {
    let day = CalendarDate(secondsSince1970: seconds).iso
    let rest = ((seconds % 86_400) + 86_400) % 86_400
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    return "\(day) \(two(rest / 3_600)):\(two(rest / 60 % 60)):\(two(rest % 60)) UTC"
}

/// A date of a PDF (ISO 32000-1, 7.9.4) as people read it; another text as it is.
func moment(pdf text: String) -> String {
    var digits = text.hasPrefix("D:") ? text.dropFirst(2) : text[...]
    var parts: [Substring] = []
    for width in [4, 2, 2, 2, 2, 2] {
        let part = digits.prefix(width)
        guard part.utf8.count == width, part.utf8.allSatisfy({ (48...57).contains($0) }) else {
            break
        }
        parts.append(part)
        digits = digits.dropFirst(width)
    }
    guard parts.count >= 5 else { return text }
    let zone = digits.replacing("'", with: "")
    let clock = parts[3...].joined(separator: ":")
    let day = parts[..<3].joined(separator: "-")
    return "\(day) \(clock) \(zone == "Z" ? "UTC" : zone.isEmpty ? "?" : zone)"
}

/// Seconds since 1970 of a date of a PDF (ISO 32000-1, 7.9.4) down to the minute at least; without a zone it
/// is taken for universal time.
func seconds(pdf text: String) -> Int? {
    let digits = Array((text.hasPrefix("D:") ? text.dropFirst(2) : text[...]).utf8)
    func number(_ start: Int, _ width: Int) -> Int? {
        guard digits.count >= start + width,
            digits[start..<(start + width)].allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        return digits[start..<(start + width)].reduce(0) { $0 * 10 + Int($1) - 0x30 }
    }
    guard let year = number(0, 4), let month = number(4, 2), let day = number(6, 2),
        let hour = number(8, 2), let minute = number(10, 2),
        let date = CalendarDate(year: year, month: month, day: day)
    else { return nil }
    let local = date.daysSince1970 * 86_400 + hour * 3_600 + minute * 60 + (number(12, 2) ?? 0)
    let zone = number(12, 2) == nil ? 12 : 14
    guard digits.count > zone, [0x2B, 0x2D].contains(digits[zone]) else { return local }
    // Hours and minutes stand with an apostrophe between them.
    let shift = (number(zone + 1, 2) ?? 0) * 3_600 + (number(zone + 4, 2) ?? 0) * 60
    return digits[zone] == 0x2B ? local - shift : local + shift
}

extension String {
    /// The library's reason why a certificate is not trusted, in Vietnamese where it is a usual one.
    var chainWords: String {
        switch self {
        case "certificate has expired": "chứng thư đã hết hạn"
        case "certificate is not yet valid": "chứng thư chưa có hiệu lực"
        case "self-signed certificate", "self signed certificate": "chứng thư tự cấp"
        case "self-signed certificate in certificate chain",
            "self signed certificate in certificate chain":
            "chứng thư gốc đi kèm không phải chứng thư được tin"
        case "unable to get local issuer certificate", "unable to get issuer certificate":
            "không có chứng thư của nơi cấp"
        case "unable to verify the first certificate":
            "không có chứng thư của nơi cấp để kiểm tra"
        case "certificate signature failure": "nơi cấp được tin không ký chứng thư này"
        case "certificate revoked": "chứng thư đã bị thu hồi"
        case "unsuitable certificate purpose", "unsupported certificate purpose":
            "chứng thư không được cấp cho việc này"
        case "": "không rõ lý do"
        default: self
        }
    }
}
