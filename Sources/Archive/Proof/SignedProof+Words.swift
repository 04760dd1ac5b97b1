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
