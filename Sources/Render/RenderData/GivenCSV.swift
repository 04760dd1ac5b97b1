package import PeriodModel
import Vocabulary

/// The figures that rows cannot give, as someone stated them: the bytes of `given.csv`, one row for each in
/// the order of settings; `nil` when there are none.
///
/// RFC 4180 with CRLF, UTF-8 without byte order mark: `key,label,value,unit_of_measure,date,source`. The
/// value is exact, with a dot; the key is that of `{{ given.KEY }}`.
package func givenCSV(_ figures: [GivenFigure]) -> [UInt8]? {
    guard !figures.isEmpty else { return nil }
    var csv = CSVText()
    csv.append(row: ["key", "label", "value", "unit_of_measure", "date", "source"])
    for figure in figures {
        csv.append(row: [
            figure.key, figure.label, figure.value.description, figure.unitOfMeasure,
            figure.date.iso, figure.source,
        ])
    }
    return csv.bytes
}
