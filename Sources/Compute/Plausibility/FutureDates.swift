import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// Years after the cut-off day, such as years of founding.
func checkYears(_ doubts: inout PlausibilityDoubts) {
    let cutoff = doubts.settings.period.cutoff
    for (measure, column) in doubts.settings.schema.measureColumns.enumerated()
    where column.type == .year {
        for row in 0..<doubts.rows.count {
            guard let year = doubts.rows.measures[measure][row].high,
                year > ExactDecimal(cutoff.year),
                let entry = doubts.rules.entry(
                    .futureYear,
                    key: column.key,
                    unit: doubts.settings.units[doubts.rows.units[row]].code
                ),
                year > ExactDecimal(cutoff.year + entry.count(.years))
            else { continue }
            doubts.append(
                .futureYear,
                entry,
                at: doubts.place(row, column),
                PlausibilityDoubts.Words(
                    value: year.description,
                    vi: "\(column.label) \(year) sau ngày chốt số liệu \(cutoff.vietnamese)",
                    en: "\(column.label) \(year) is after the cut-off day \(cutoff.iso)",
                    hint: Bilingual(vi: "Sửa lại năm", en: "Correct the year")
                )
            )
        }
    }
}
