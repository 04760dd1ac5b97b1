package import Audit
import Compute
import DatasetModel
package import Diagnostics
import Glibc
import Ingest
package import Vocabulary

/// What an audit found of a text.
package struct AuditResult: Sendable {
    package var outcome: Outcome
    package var doubts: [Doubt] = []
}

/// What is audited, and how.
package struct AuditOptions: Sendable {
    /// Plain text, Markdown, HTML or PDF.
    package var path: String
    /// The period whose figures the text is held against.
    package var period: String?
    package var templates: String?
    /// The day on which the text was written where it does not say so itself; today when `nil`.
    package var date: CalendarDate?

    package init(path: String, period: String?, templates: String?, date: CalendarDate?) {
        self.path = path
        self.period = period
        self.templates = templates
        self.date = date
    }
}

/// A text of this size or more is refused: a book of figures has a hundredth of it.
private let largestText = 16 << 20

/// Tests the figures of a text against each other and against those of a period.
package func auditFile(_ options: AuditOptions, log: inout DiagnosticLog) -> AuditResult {
    let source = Source(folder: options.period ?? options.path, templates: options.templates)
    guard let file = TemplateFolder.auditWords(source, log: &log),
        let words = Audit.readAuditWords(from: file, log: &log),
        let text = auditedText(options.path, log: &log)
    else { return AuditResult(outcome: .stopped) }
    var reference: PeriodFigures?
    if options.period != nil {
        guard let figures = periodFigures(source, log: &log) else {
            return AuditResult(outcome: .stopped)
        }
        reference = figures
    }
    let doubts = Audit.audit(
        text,
        words: words,
        against: reference,
        today: options.date ?? dateFromEnvironment() ?? CalendarDate(secondsSince1970: time(nil))
    )
    return AuditResult(outcome: doubts.hasDoubt ? .faults : .done, doubts: doubts)
}

/// The figures of a period and of the one before; what is wrong with its submissions is told.
private func periodFigures(_ source: Source, log: inout DiagnosticLog) -> PeriodFigures? {
    var own = DiagnosticLog()
    let read = OpenPeriod(source, log: &own)?.read(log: &own)
    let figures = read.map { read in
        PeriodFigures(
            settings: read.current.settings,
            now: Compute.statistics(of: read.current, previous: read.previous, log: &own),
            before: read.previous.map { Compute.statistics(of: $0, log: &own) }
        )
    }
    // Warnings are the business of `check`; a figure of faulty rows proves nothing.
    guard own.hasErrors || figures == nil else { return figures }
    log.append(contentsOf: own)
    return nil
}

/// The paragraphs and tables of a file, by what it is rather than by its name.
private func auditedText(_ path: String, log: inout DiagnosticLog) -> AuditedText? {
    let bytes: [UInt8]
    do throws(FileFailure) {
        bytes = try path == "-" ? readStandardInput() : readFile(path)
    } catch {
        log.append(error.diagnostic)
        return nil
    }
    if bytes.prefix(1024).contains("%PDF-") { return pageText(path, log: &log) }
    guard bytes.count < largestText else {
        log.append(unreadable(path, .tooLarge))
        return nil
    }
    guard let text = Ingest.readText(from: SourceText(path: path, bytes: bytes)) else {
        log.append(unreadable(path, .notText))
        return nil
    }
    guard text.contains(where: { $0 > 0x20 }) else {
        log.append(unreadable(path, .empty))
        return nil
    }
    let isHTML = isHTML(text, path)
    let string = String(decoding: text, as: UTF8.self)
    return isHTML ? AuditedText(html: string) : AuditedText(plain: string)
}

private func isHTML(_ bytes: [UInt8], _ path: String) -> Bool {
    let name = path.lowercased()
    if name.hasSuffix(".html") || name.hasSuffix(".htm") || name.hasSuffix(".xhtml") { return true }
    let head = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
        .drop { $0.isWhitespace }
    return head.hasPrefix("<!doctype html") || head.hasPrefix("<html")
}

/// The text of a PDF as Poppler's program lays it out, columns apart.
private func pageText(_ path: String, log: inout DiagnosticLog) -> AuditedText? {
    guard path != "-" else {
        log.append(unreadable(path, .standardInput))
        return nil
    }
    // A path that begins with a hyphen is no option.
    let location = path.hasPrefix("-") ? "./" + path : path
    var text: [UInt8] = []
    var isTooLarge = false
    let end = runProgram(
        "pdftotext",
        ["-layout", "-enc", "UTF-8", location, "-"],
        limits: .reading
    ) { bytes in
        isTooLarge = isTooLarge || text.count + bytes.count > largestText
        if !isTooLarge { text += bytes }
    }
    guard let end, end.status != 127 else {
        log.append(unreadable(path, .noProgram))
        return nil
    }
    guard end.status == 0, !isTooLarge else {
        let isLocked = end.errors.contains("assword")
        log.append(
            unreadable(
                path,
                isLocked ? .encrypted : end.status == nil || isTooLarge ? .tooLarge : .damaged
            )
        )
        return nil
    }
    guard text.contains(where: { $0 > 0x20 }) else {
        log.append(unreadable(path, .pictures))
        return nil
    }
    return AuditedText(pages: String(decoding: text, as: UTF8.self))
}

extension ArraySlice<UInt8> {
    fileprivate func contains(_ mark: String) -> Bool {
        let mark = Array(mark.utf8)
        guard count >= mark.count else { return false }
        return (startIndex...(endIndex - mark.count)).contains {
            self[$0..<($0 + mark.count)].elementsEqual(mark)
        }
    }
}

/// Why a text could not be audited.
private enum Unreadable {
    case empty
    case notText
    case noProgram
    case encrypted
    case damaged
    case tooLarge
    case pictures
    case standardInput
}

private func unreadable(_ path: String, _ reason: Unreadable) -> Diagnostic {
    let (code, vi, en): (String, String, String) =
        switch reason {
        case .empty: ("empty", "tệp không có chữ nào", "it has no text")
        case .notText: ("not-text", "tệp không phải văn bản", "it is no text")
        case .noProgram:
            (
                "no-program", "máy thiếu chương trình “pdftotext”",
                "the program “pdftotext” is missing"
            )
        case .encrypted: ("encrypted", "tệp có mật khẩu", "it has a password")
        case .damaged: ("damaged", "tệp PDF hỏng, không đọc được", "it is a damaged PDF")
        case .tooLarge:
            (
                "too-large", "tệp cần quá nhiều bộ nhớ hoặc thời gian",
                "it takes too much memory or time"
            )
        case .pictures:
            (
                "no-letters", "PDF chỉ có hình ảnh (bản quét), không có chữ",
                "the PDF has pictures alone (a scan) and no letters"
            )
        case .standardInput:
            ("standard-input", "PDF phải là một tệp", "a PDF must be a file")
        }
    let hint: Bilingual =
        switch reason {
        case .noProgram:
            Bilingual(
                vi: "Cài gói poppler-utils (apt-get install poppler-utils) rồi chạy lại.",
                en:
                    "Install the package poppler-utils (apt-get install poppler-utils), then run again."
            )
        case .encrypted:
            Bilingual(
                vi: "Bỏ mật khẩu của tệp rồi chạy lại.",
                en: "Remove the password, then run again."
            )
        default:
            Bilingual(
                vi: "Kiểm tra xem có đúng tệp không, hoặc chép lời văn ra tệp .txt rồi chạy lại.",
                en:
                    "See whether it is the right file, or copy its text to a .txt file, then run again."
            )
        }
    return Diagnostic(
        "pipeline.audit.\(code)",
        at: Place(file: path),
        message: Bilingual(
            vi: "Không soi số được “\(path)”: \(vi).",
            en: "Cannot audit “\(path)”: \(en)."
        ),
        hint: hint
    )
}
