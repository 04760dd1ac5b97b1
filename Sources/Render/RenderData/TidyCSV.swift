package import StatisticsModel
import Vocabulary

/// The published figures in long form, as the bytes of `tidy.csv`: one row for each key, sorted by the key
/// columns.
///
/// RFC 4180 with CRLF after each row, UTF-8 without byte order mark. A value is exact when it ends within 12
/// decimals, else rounded there, half away from zero; a dot, no grouping, no trailing zeros, and empty
/// when there is none. The unit of measure is a key of the settings, `organisation` for counts, `percent`
/// for shares and growth, and empty for columns without one.
///
/// `measures` are those that it holds, such as `sum`; all that are published when `nil`.
package func tidyCSV(_ statistics: Statistics, measures: [String]? = nil) -> [UInt8] {
    let wanted = measures.map { Set($0) }
    var csv = CSVText()
    csv.append(row: [
        "period", "unit", "sector", "indicator", "measure", "value", "unit_of_measure", "answers",
        "population", "status",
    ])
    let period = fourDigits(statistics.year)
    for figure in statistics.figures
    where figure.key.measure.isPublished && wanted?.contains(figure.key.measure.rawValue) ?? true {
        csv.append(row: [
            period,
            figure.key.unit,
            figure.key.sector,
            figure.key.indicator,
            figure.key.measure.rawValue,
            figure.value?.rounded(to: FigureValue.publishedDecimals)?.description ?? "",
            figure.unitOfMeasure,
            String(figure.answers),
            String(figure.population),
            figure.status.rawValue,
        ])
    }
    return csv.bytes
}

private func fourDigits(_ year: Int) -> String {
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}
