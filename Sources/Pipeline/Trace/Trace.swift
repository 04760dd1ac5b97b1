import Compose
import Compute
package import Diagnostics
import Ingest
import PeriodModel
import StatisticsModel

/// What `trace` is asked.
package struct TraceOptions: Sendable {
    /// What is looked for.
    package enum Question: Sendable {
        /// A figure's key, such as `doanh_thu.mean.883`.
        case key(String)
        /// A number as it is printed, such as `72,84%`.
        case printed(String)
    }

    package var source: Source
    package var question: Question
    package var format: TraceFormat
    package var language: Language

    package init(
        source: Source,
        question: Question,
        format: TraceFormat = .text,
        language: Language = .vi
    ) {
        self.source = source
        self.question = question
        self.format = format
        self.language = language
    }
}

/// How a trace is written.
package enum TraceFormat: String, Sendable, CaseIterable {
    case text
    case json
    case csv
}

/// A trace as text, or why there is none.
package struct TraceResult: Sendable {
    package var outcome: Outcome
    package var output: [UInt8] = []
}

/// Tells where a figure comes from, or which figures are printed as a number.
package func trace(_ options: TraceOptions, log: inout DiagnosticLog) -> TraceResult {
    guard let open = OpenPeriod(options.source, log: &log) else {
        return TraceResult(outcome: .stopped)
    }
    guard let definitions = open.definitions(log: &log) else {
        if !log.hasErrors { log.append(.noDefinitions) }
        return TraceResult(outcome: .stopped)
    }
    let keepsRows = !takesTotalsOnly(open)
    let read = keepsRows ? open.read(log: &log) : open.readTotals(.threads(nil), log: &log)
    let period = TracedFigures(read, definitions, words: open.readingWords, log: &log)
    switch options.question {
    case .key(let text):
        guard let figure = period.traced(text) else {
            log.append(.noFigure(text, among: period.names))
            return TraceResult(outcome: .faults)
        }
        if !keepsRows, figure.rows.isEmpty { log.append(.rowsNotKept(figure.words.key)) }
        return TraceResult(
            outcome: .done,
            output: figure.written(options.format, language: options.language)
        )
    case .printed(let text):
        let report = keepsRows ? document(of: open, read, options.source) : nil
        let found = period.figures(printedAs: text, in: report)
        guard !found.isEmpty else {
            log.append(.nothingPrinted(text))
            return TraceResult(outcome: .faults)
        }
        return TraceResult(
            outcome: .done,
            output: written(found, options.format, language: options.language)
        )
    }
}

/// The report, for the numbers that it prints; the faults of texts do not matter here.
private func document(of open: OpenPeriod, _ read: ReadPeriod, _ source: Source)
    -> PreparedReport?
{
    var silent = DiagnosticLog()
    return prepareReport(
        from: source,
        open,
        read: read,
        isDraft: false,
        date: nil,
        log: &silent
    )
}

extension Diagnostic {
    fileprivate static let noDefinitions = Diagnostic(
        "trace.definitions.missing",
        at: Place(file: "Templates/\(TemplateFolder.definitionsName)"),
        message: Bilingual(
            vi: "Thiếu tệp định nghĩa của các phép tính.",
            en: "The definitions of measures are missing."
        ),
        hint: Bilingual(
            vi: "Chép lại tệp này từ bộ mẫu gốc.",
            en: "Restore it from the original templates."
        )
    )

    fileprivate static func noFigure(_ key: String, among names: [String]) -> Diagnostic {
        let nearest = nearestNames(to: key, among: names, limit: 5)
        let list = nearest.map { "“\($0)”" }.joined(separator: ", ")
        return Diagnostic(
            "trace.key.unknown",
            at: nil,
            value: key,
            message: Bilingual(
                vi: "Không có số liệu nào mang khóa “\(key)” trong kỳ này.",
                en: "No figure of this period has the key “\(key)”."
            ),
            hint: nearest.isEmpty
                ? Bilingual(
                    vi: "Mọi khóa có trong data/tidy.csv: indicator.measure.unit.sector.",
                    en: "All keys are in data/tidy.csv: indicator.measure.unit.sector."
                ) : Bilingual(vi: "Gần nhất: \(list).", en: "Nearest: \(list).")
        )
    }

    fileprivate static func nothingPrinted(_ text: String) -> Diagnostic {
        Diagnostic(
            "trace.printed.unknown",
            at: nil,
            value: text,
            message: Bilingual(
                vi: "Không có số liệu nào của kỳ này được in là “\(text)”.",
                en: "No figure of this period is printed as “\(text)”."
            ),
            hint: Bilingual(
                vi: "Chép nguyên số như trong báo cáo, kèm đơn vị tính hoặc dấu %.",
                en: "Copy the number as the report has it, with its unit or percent sign."
            )
        )
    }

    fileprivate static func rowsNotKept(_ key: String) -> Diagnostic {
        Diagnostic(
            "trace.rows.not-kept",
            .warning,
            at: nil,
            value: key,
            message: Bilingual(
                vi:
                    "Biểu quá lớn để giữ từng dòng: chỉ có định nghĩa, công thức và các số của “\(key)”.",
                en:
                    "The submissions are too large to keep their rows: only definition, formula and operands "
                    + "of “\(key)” are told."
            ),
            hint: Bilingual(
                vi: "Cần từng dòng thì tách riêng tệp của đơn vị đó thành một kỳ.",
                en: "For the rows, put that unit's file alone into a period of its own."
            )
        )
    }
}
