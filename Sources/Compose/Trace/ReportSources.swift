package import DatasetModel
package import DocumentModel
package import PeriodModel
package import StatisticsModel
import Vocabulary

/// The sources of every figure that a document prints, in the order in which it prints them first.
///
/// `trace` finds the rows behind a figure; `previous` are the rows of the period before.
package func figureSources(
    of document: Document,
    writer: TraceWriter,
    given: [GivenFigure],
    current: Dataset,
    previous: Dataset?,
    trace: (FigureName) -> FigureTrace?
) -> FigureSources {
    let page = writer.definitions.page
    var seen: Set<String> = []
    var entries: [FigureSources.Entry] = []
    for mention in figureMentions(in: document) where seen.insert(mention.key).inserted {
        if let figure = given.first(where: { "given.\($0.key)" == mention.key }) {
            entries.append(writer.entry(writer.explained(figure), answers: nil, rows: page.none))
        } else if let name = FigureName(mention.key), var trace = trace(name) {
            // Values of single organisations are for those who have the submissions; n and N stand together.
            trace.operands.removeAll { [.middle, .answers, .population].contains($0.role) }
            let rows = writer.summary(of: trace.rows, current: current, previous: previous)
            entries.append(
                writer.entry(
                    writer.explained(trace),
                    // “0/0” would say that a unit that sent nothing has nothing.
                    answers: trace.figure.population == 0
                        ? nil : writer.answers(of: trace.figure),
                    rows: rows
                )
            )
        }
    }
    return FigureSources(
        title: page.title,
        introduction: page.intro,
        formulaLabel: page.formula,
        rowsLabel: page.rows,
        entries: entries
    )
}

extension TraceWriter {
    /// Files and runs of lines that are named; more are counted.
    private static let namedFiles = 3
    private static let namedRuns = 3

    fileprivate func entry(
        _ words: ExplainedFigure,
        answers: String?,
        rows: String
    ) -> FigureSources.Entry {
        let operands = words.operands.map { "\($0.label) = \($0.shown)" }
        return FigureSources.Entry(
            key: words.key,
            value: words.printed ?? "",
            definition: words.definition,
            formula: ([words.formula] + operands + (answers.map { [$0] } ?? [])).joined(
                separator: "; "
            ),
            rows: rows
        )
    }

    /// `submissions/883.csv:2–22 (21 dòng); …`
    fileprivate func summary(of rows: [TracedRow], current: Dataset, previous: Dataset?) -> String {
        var files: [(path: String, lines: [Int])] = []
        for row in rows {
            guard let data = row.isPrevious ? previous : current else { continue }
            let origin = data.rows.origins[row.row]
            let path = data.submissions[origin.submission].path
            if files.last?.path != path { files.append((path, [])) }
            files[files.count - 1].lines.append(origin.line)
        }
        guard !files.isEmpty else { return definitions.page.none }
        var words = files.prefix(Self.namedFiles).map { file in
            "\(file.path.printable):\(runs(of: file.lines)) (\(file.lines.count) \(definitions.page.lines))"
        }
        let others = files.dropFirst(Self.namedFiles)
        if !others.isEmpty {
            let count = others.reduce(0) { $0 + $1.lines.count }
            words.append(
                definitions.page.more.filled([
                    "files": String(others.count), "rows": String(count),
                ])
            )
        }
        return words.joined(separator: "; ")
    }

    /// `2–22, 25`; the beginning of many, and `…`.
    private func runs(of lines: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for line in lines {
            if let last = runs.last, line == last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...line
            } else {
                runs.append(line...line)
            }
        }
        let named = runs.prefix(Self.namedRuns).map { run in
            run.count == 1 ? "\(run.lowerBound)" : "\(run.lowerBound)–\(run.upperBound)"
        }
        return named.joined(separator: ", ") + (runs.count > Self.namedRuns ? "…" : "")
    }
}
