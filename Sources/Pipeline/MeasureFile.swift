package import Diagnostics
import Glibc
package import Ruler

/// What the ruler found of a file.
package struct MeasureResult: Sendable {
    package var outcome: Outcome
    package var findings: [Finding] = []
}

/// Measures any PDF against the clauses on form; what it is printed with is told by MuPDF's program.
package func measureFile(_ path: String, log: inout DiagnosticLog) -> MeasureResult {
    let version: String
    do throws(FileFailure) {
        guard let found = try pdfVersion(of: path) else {
            log.append(unreadable(path, .notPDF))
            return MeasureResult(outcome: .stopped)
        }
        version = found
    } catch {
        log.append(error.diagnostic)
        return MeasureResult(outcome: .stopped)
    }
    var reader = TraceReader()
    // A path that begins with a hyphen is no option.
    let location = path.hasPrefix("-") ? "./" + path : path
    let end = runProgram("mutool", ["trace", location], limits: .reading) { reader.read($0) }
    guard let end, end.status != 127 else {
        log.append(unreadable(path, .noProgram))
        return MeasureResult(outcome: .stopped)
    }
    var document = reader.finish()
    document.version = version
    document.maker = Maker(
        names: informationTexts(of: location).filter { ["Creator", "Producer"].contains($0.name) }
            .map(\.text)
    )
    guard end.status == 0, !document.isEmpty else {
        let reason: Unreadable =
            end.errors.contains("password")
            ? .encrypted
            : end.status == nil ? .tooLarge : document.isEmpty ? .noPages : .damaged
        log.append(unreadable(path, reason))
        return MeasureResult(outcome: .stopped)
    }
    let findings = measureForm(of: document)
    return MeasureResult(outcome: findings.hasFault ? .faults : .done, findings: findings)
}

/// The version in the file's head, within its first 1.024 bytes; `nil` when it is no PDF.
private func pdfVersion(of path: String) throws(FileFailure) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFailure(.read, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFailure(.read, path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
        throw FileFailure(.read, path, errno: status.st_mode & S_IFMT == S_IFDIR ? EISDIR : EINVAL)
    }
    var head = [UInt8](repeating: 0, count: 1024)
    let count = pread(descriptor, &head, head.count, 0)
    guard count >= 0 else { throw FileFailure(.read, path) }
    let mark = Array("%PDF-".utf8)
    let starts = (0..<max(0, count - mark.count)).first {
        head[$0..<($0 + mark.count)].elementsEqual(mark)
    }
    guard let starts else { return nil }
    let number = head[(starts + mark.count)..<count].prefix {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
    }
    return String(decoding: number, as: UTF8.self)
}

/// Why a file could not be measured.
private enum Unreadable {
    case notPDF
    case noProgram
    case encrypted
    case noPages
    case damaged
    case tooLarge
}

private func unreadable(_ path: String, _ reason: Unreadable) -> Diagnostic {
    let (code, vi, en): (String, String, String) =
        switch reason {
        case .notPDF: ("not-pdf", "tệp này không phải PDF", "it is no PDF")
        case .noProgram:
            ("no-program", "máy thiếu chương trình “mutool”", "the program “mutool” is missing")
        case .encrypted: ("encrypted", "tệp có mật khẩu", "it has a password")
        case .noPages: ("no-pages", "tệp không có trang nào đọc được", "it has no readable page")
        case .damaged: ("damaged", "tệp hỏng, có phần không đọc được", "it is damaged in part")
        case .tooLarge:
            (
                "too-large", "tệp cần quá nhiều bộ nhớ hoặc thời gian",
                "it takes too much memory or time"
            )
        }
    let hint: Bilingual =
        switch reason {
        case .noProgram:
            Bilingual(
                vi: "Cài gói mupdf-tools (apt-get install mupdf-tools) rồi chạy lại.",
                en: "Install the package mupdf-tools (apt-get install mupdf-tools), then run again."
            )
        case .encrypted:
            Bilingual(
                vi: "Bỏ mật khẩu của tệp rồi chạy lại.",
                en: "Remove the password, then run again."
            )
        default:
            Bilingual(
                vi: "Kiểm tra xem có đúng tệp không, hoặc xuất lại PDF rồi chạy lại.",
                en: "See whether it is the right file, or export the PDF again, then run again."
            )
        }
    return Diagnostic(
        "pipeline.ruler.\(code)",
        at: Place(file: path),
        message: Bilingual(
            vi: "Không đo được “\(path)”: \(vi).",
            en: "Cannot measure “\(path)”: \(en)."
        ),
        hint: hint
    )
}
