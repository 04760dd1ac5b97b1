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

/// Years after the previous period, of organisations that were in it already, where the years of nearly all
/// others stayed as they were: such as a year of founding.
func checkYears(_ pair: PeriodPair, _ doubts: inout PlausibilityDoubts) {
    guard pair.keepsRows else { return }
    let last = pair.before.data
    let columns = last.settings.schema.measureColumns
    for (measure, column) in doubts.settings.schema.measureColumns.enumerated()
    where column.type == .year {
        guard
            let other = columns.firstIndex(where: { $0.key == column.key && $0.type == .year })
        else { continue }
        var compared = 0
        var changed = 0
        var late: [(row: Int, year: ExactDecimal)] = []
        for row in pair.rows.indices {
            guard let before = pair.rows[row],
                let year = doubts.rows.measures[measure][row].high
            else { continue }
            if let value = last.dataset.rows.measures[other][before].high {
                compared += 1
                if value != year { changed += 1 }
            }
            if year > ExactDecimal(last.settings.period.cutoff.year) { late.append((row, year)) }
        }
        for (row, year) in late {
            let unit = doubts.settings.units[doubts.rows.units[row]].code
            guard let entry = doubts.rules.entry(.futureYear, key: column.key, unit: unit),
                year <= ExactDecimal(doubts.settings.period.cutoff.year + entry.count(.years)),
                ExactDecimal(changed * 100) <= entry[.share].times(compared)
            else { continue }
            let period = last.settings.period.year
            doubts.append(
                .futureYear,
                entry,
                at: doubts.place(row, column),
                PlausibilityDoubts.Words(
                    value: year.description,
                    vi:
                        "\(column.label) \(year), nhưng tổ chức này đã có trong số liệu năm \(period)",
                    en:
                        "\(column.label) \(year), but the organisation is in the figures of \(period)",
                    hint: Bilingual(
                        vi: "Sửa lại năm, hoặc xem có dùng lại mã của tổ chức khác",
                        en: "Correct the year, or see whether another's identifier was used again"
                    )
                )
            )
        }
    }
}
