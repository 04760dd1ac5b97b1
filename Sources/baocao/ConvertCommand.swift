import ArgumentParser
import Diagnostics
import PeriodModel
import Pipeline

/// `baocao convert`
struct ConvertCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Đọc một bảng bất kỳ và in ra dưới dạng CSV chuẩn (UTF-8, dấu phẩy).",
        discussion: """
            Ví dụ:
              baocao convert so-lieu.csv > sach.csv
              baocao convert - --delimiter ';' --explain json < so-lieu.txt

            Mã thoát: 0 xong, kể cả khi có chỗ nghi ngờ; 2 không đọc được hoặc không có bảng.
            """
    )

    enum Explain: String, ExpressibleByArgument, CaseIterable {
        case json
    }

    @Argument(help: "Tệp cần đọc; “-” là đầu vào chuẩn.")
    var file: String

    @Option(
        help: "Bảng mã: \(Self.encodings).",
        transform: { name in
            guard let encoding = TextEncoding(name: name) else {
                throw ValidationError(
                    "Không có bảng mã “\(name)”; chọn trong: \(encodings). (Unknown encoding.)"
                )
            }
            return encoding
        }
    )
    var encoding: TextEncoding?

    @Option(help: "Dấu phân cách ô, như “;” hoặc “tab”.")
    var delimiter: String?

    @Option(help: "Dấu nháy bao ô, hoặc “none”.")
    var quote: String?

    @Option(help: "Dấu đứng trước dấu nháy bên trong ô, như “\\”, hoặc “none”.")
    var escape: String?

    @Option(help: "Số dòng tiêu đề; 0 nếu không có.")
    var headerRows: Int?

    @Option(help: "Trang tính của sổ tính; mặc định: trang đầu tiên có bảng.")
    var sheet: String?

    @Option(help: "In cách đọc tệp ra dòng lỗi chuẩn: json.")
    var explain: Explain?

    @Option(help: "Thư mục Templates; mặc định: tìm quanh thư mục đang đứng.")
    var templates: String?

    @Option(help: "Ngôn ngữ của thông báo: vi hoặc en.")
    var lang: Language = .vi

    private static let encodings = TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")

    func validate() throws {
        if let delimiter, delimiter.isEmpty {
            throw ValidationError("--delimiter không có ký tự nào. (--delimiter is empty.)")
        }
        for (name, mark) in [("quote", quote), ("escape", escape)] {
            guard let mark, mark != "none", !mark.isEmpty else { continue }
            guard mark.utf8.count == 1 else {
                throw ValidationError(
                    "--\(name) phải là một ký tự ASCII hoặc “none”. (--\(name) is one character or none.)"
                )
            }
        }
        if let headerRows, headerRows < 0 {
            throw ValidationError("--header-rows không được âm. (--header-rows is negative.)")
        }
    }

    private var pins: ReadingPins {
        var pins = ReadingPins()
        pins.encoding = encoding
        pins.delimiter = delimiter.map { $0 == "tab" || $0 == "\\t" ? "\t" : $0 }
        pins.quote = quote.map(Self.pin)
        pins.escape = escape.map(Self.pin)
        pins.headerRows = headerRows
        pins.sheet = sheet
        return pins
    }

    private static func pin(_ mark: String) -> ReadingPins.Pin<UInt8> {
        guard mark != "none", let byte = mark.utf8.first else { return .none }
        return .some(byte)
    }

    func run() throws {
        var log = DiagnosticLog()
        let result = Pipeline.convert(
            ConvertOptions(path: file, templates: templates, pins: pins),
            language: lang,
            log: &log
        )
        let isWritten = write(result.output, to: .output)
        if explain == .json {
            write(result.explanation() + "\n", to: .errors)
        } else {
            write(DiagnosticText.console(log.sorted, language: lang), to: .errors)
        }
        throw ExitCode(isWritten ? result.outcome.rawValue : Outcome.stopped.rawValue)
    }
}
