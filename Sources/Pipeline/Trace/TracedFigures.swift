import Compose
import Compute
import DatasetModel
import Diagnostics
import Ingest
import PeriodModel
import SettingsKit
import StatisticsModel

/// The figures of a period, each found again with its words and its rows.
struct TracedFigures {
    let writer: TraceWriter
    let settings: PeriodSettings
    let tracer: FigureTracer
    let statistics: Statistics
    let statisticsBefore: Statistics?
    private let cells: RowCells
    private let settingsFile: SourceText

    init(
        _ read: ReadPeriod,
        _ definitions: FigureDefinitions,
        words: ReadingWords,
        log: inout DiagnosticLog
    ) {
        settings = read.current.settings
        statisticsBefore = read.previous.map { Compute.statistics(of: $0, log: &log) }
        statistics = Compute.statistics(of: read.current, previous: read.previous, log: &log)
        tracer = FigureTracer(
            current: read.current,
            previous: read.previous,
            statistics: statistics,
            statisticsBefore: statisticsBefore
        )
        writer = TraceWriter(
            definitions,
            settings: read.current.settings,
            previous: read.previous?.settings
        )
        cells = RowCells(read, words: words)
        settingsFile = read.folder.settings
    }

    /// The figure of a key, `previous.KEY` or `given.KEY`; `nil` when there is none.
    func traced(_ text: String) -> TracedFigure? {
        if let given = settings.given.first(where: { "given.\($0.key)" == text }) {
            return TracedFigure(words: writer.explained(given), rows: [row(of: given)])
        }
        guard let name = FigureName(text), let trace = tracer.trace(name) else { return nil }
        let rows = cells.rows(trace.rows)
        var words = writer.explained(trace)
        words.operands += rows.flatMap(\.amendments).map(writer.explained)
        return TracedFigure(words: words, rows: rows)
    }

    /// The words of a figure without its rows.
    func explained(_ name: FigureName) -> ExplainedFigure? {
        tracer.trace(name).map(writer.explained)
    }

    /// Every key, for "did you mean".
    var names: [String] {
        statistics.figures.map(\.key.description)
            + (statisticsBefore?.figures ?? []).map {
                FigureName($0.key, isPrevious: true).description
            } + settings.given.map { "given.\($0.key)" }
    }

    /// Where settings give a value.
    private func row(of given: GivenFigure) -> RowCell {
        var log = DiagnosticLog()
        var row = RowCell(file: settingsFile.path, line: nil, cell: nil, raw: nil)
        guard case .mapping(let root)? = readYAML(settingsFile, log: &log)?.content,
            case .sequence(let items)? = root.first(where: { $0.key == "given" })?.value.content
        else { return row }
        for item in items {
            guard case .mapping(let entries) = item.content,
                entries.first(where: { $0.key == "key" })?.value.text == given.key,
                let value = entries.first(where: { $0.key == "value" })?.value
            else { continue }
            (row.line, row.raw) = (value.place.line, value.text)
        }
        return row
    }
}

/// A figure in words, with the cells behind it.
struct TracedFigure {
    var words: ExplainedFigure
    var rows: [RowCell]
}
