import Diagnostics

/// What makes a file unreadable as settings, before any key is asked for.
enum YAMLProblem: Sendable {
    case alias
    case anchor
    case tag
    case secondDocument
    case tooDeep(limit: Int)
    case keyIsNoText
    case badEncoding
    case syntax(String)

    func diagnostic(at place: Place) -> Diagnostic {
        Diagnostic("settings.yaml.\(slug)", at: place, message: message, hint: hint)
    }

    private var slug: String {
        switch self {
        case .alias, .anchor: "alias"
        case .tag: "tag"
        case .secondDocument: "second-document"
        case .tooDeep: "too-deep"
        case .keyIsNoText: "key"
        case .badEncoding: "encoding"
        case .syntax: "syntax"
        }
    }

    private var message: Bilingual {
        switch self {
        case .alias, .anchor:
            Bilingual(
                vi: "Neo và tham chiếu (&tên, *tên) không được dùng trong tệp thiết lập",
                en: "Anchors and aliases (&name, *name) are not used in settings"
            )
        case .tag:
            Bilingual(
                vi: "Thẻ kiểu (!thẻ) không được dùng trong tệp thiết lập",
                en: "Tags (!tag) are not used in settings"
            )
        case .secondDocument:
            Bilingual(
                vi: "Tệp có nhiều tài liệu YAML; chỉ được có một",
                en: "The file has several YAML documents; only one is read"
            )
        case .tooDeep(let limit):
            Bilingual(
                vi: "Các mục lồng nhau quá \(limit) cấp",
                en: "Values are nested more than \(limit) levels deep"
            )
        case .keyIsNoText:
            Bilingual(
                vi: "Khóa phải là chữ, không thể là danh sách hay nhóm khóa",
                en: "A key must be text, not a list or a mapping"
            )
        case .badEncoding:
            Bilingual(
                vi: "Tệp không phải văn bản UTF-8, hoặc có ký tự điều khiển",
                en: "The file is not UTF-8 text, or has control characters"
            )
        case .syntax(let words): Self.translated(words)
        }
    }

    private var hint: Bilingual? {
        switch self {
        case .alias, .anchor:
            Bilingual(
                vi: "Viết lại giá trị; nếu là chữ bắt đầu bằng & hoặc * thì đặt trong dấu nháy",
                en: "Write the value again; quote text that begins with & or *"
            )
        case .tag:
            Bilingual(
                vi: "Bỏ thẻ; nếu là chữ bắt đầu bằng ! thì đặt trong dấu nháy",
                en: "Drop the tag; quote text that begins with !"
            )
        case .secondDocument:
            Bilingual(vi: "Xóa dòng --- ở giữa tệp", en: "Remove the line --- inside the file")
        case .badEncoding:
            Bilingual(vi: "Lưu lại tệp ở dạng UTF-8", en: "Save the file again as UTF-8")
        case .syntax:
            Bilingual(
                vi: "Xem lại thụt dòng, dấu nháy và dấu ngoặc ở dòng này và dòng trước",
                en: "Look at indentation, quotes and brackets on this line and the one before"
            )
        case .tooDeep, .keyIsNoText: nil
        }
    }

    /// libyaml's words, with those that people meet told in both languages.
    private static func translated(_ words: String) -> Bilingual {
        let known: (vi: String, en: String)? =
            switch words {
            case "mapping values are not allowed in this context":
                (
                    "dấu hai chấm không được đứng ở đây (chữ có \": \" phải đặt trong dấu nháy)",
                    "a colon cannot stand here (quote text that has \": \" in it)"
                )
            case "could not find expected ':'":
                ("thiếu dấu hai chấm sau khóa", "a key has no colon after it")
            case "did not find expected key":
                (
                    "thụt dòng không khớp, hoặc thiếu khóa",
                    "indentation differs, or a key is missing"
                )
            case "did not find expected ',' or ']'":
                ("thiếu dấu phẩy hoặc dấu ]", "a comma or ] is missing")
            case "did not find expected ',' or '}'":
                ("thiếu dấu phẩy hoặc dấu }", "a comma or } is missing")
            case "did not find expected '-' indicator":
                ("thiếu dấu gạch - của danh sách", "the - of a list is missing")
            case "found unexpected end of stream", "did not find expected node content":
                ("thiếu giá trị, hoặc dấu nháy chưa đóng", "a value is missing or a quote is open")
            case "found character that cannot start any token":
                (
                    "ký tự này không thể mở đầu giá trị (thụt dòng bằng dấu cách, không bằng tab)",
                    "a value cannot begin with this character (indent with blanks, not tabs)"
                )
            case "did not find expected <document start>":
                ("có chữ thừa sau phần thiết lập", "there is text after the settings")
            default: nil
            }
        return Bilingual(
            vi: "Không đọc được YAML: \(known?.vi ?? words)",
            en: "This is not YAML: \(known?.en ?? words)"
        )
    }
}
