import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// Looks whether a row that was kept out of the data may be data after all: nothing is to be lost because
/// a table has an unusual form.
struct LeftOutRows {
    let table: CellTable
    let layout: TableLayout
    let schema: Schema
    /// What the cells of each schema column may name.
    let names: [NameIndex?]

    /// Tells each row below the headings that was taken for a note, a footer, a heading or another table,
    /// although it has an identifier and figures where the form's columns have them.
    func report(_ plan: HeadingPlan, log: inout DiagnosticLog) {
        guard let last = layout.headings.last else { return }
        let identifier = positions(plan) { $0.role == .identifier }
        var named = zip(plan.positions, names).enumerated().compactMap {
            index,
            pair -> (position: Int, index: NameIndex)? in
            guard [.unit, .sector].contains(schema.columns[index].role), let position = pair.0
            else { return nil }
            return pair.1.map { (position, $0) }
        }
        let measures = positions(plan) { $0.role == .measure }
        for index in layout.kinds.indices where index > last {
            guard let kind = suspect(layout.kinds[index]) else { continue }
            let record = table.records[index]
            let figures = measures.count { isFigure($0, of: record) }
            // Whoever signs may stand in the column of units.
            let isNamed = named.indices.contains { name in
                guard isFilled(named[name].position, of: record) else { return false }
                let words = table.words(table.field(named[name].position, of: record))
                if case .none = named[name].index.find(words) { return false }
                return true
            }
            let isLikely =
                identifier.contains { isFilled($0, of: record) } && (figures > 0 || isNamed)
                && !isHeading(record, plan)
            guard isLikely else { continue }
            log.append(
                Self.mayBeData(kind, table.place(column: 0, of: record), table.text(of: record))
            )
        }
    }

    /// Which kinds may hide a row of data; totals and groups are held against the rows themselves.
    private func suspect(_ kind: RecordKind) -> Reading.LeftOut.Kind? {
        switch kind {
        case .leftOut(.blank), .leftOut(.columnNumbers), .leftOut(.unitLine): nil
        case .leftOut(let kind): kind
        case .heading, .data, .subtotal, .total, .subheading: nil
        }
    }

    private func positions(_ plan: HeadingPlan, _ isWanted: (Column) -> Bool) -> [Int] {
        zip(schema.columns, plan.positions).compactMap { isWanted($0) ? $1 : nil }
    }

    private func isFilled(_ position: Int, of record: RecordSpan) -> Bool {
        position < record.fields.count && !table.isBlank(table.field(position, of: record))
    }

    private func isFigure(_ position: Int, of record: RecordSpan) -> Bool {
        guard isFilled(position, of: record) else { return false }
        let field = table.field(position, of: record)
        let range = NumberText.trimmed(table.bytes, field.start..<field.end)
        return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(table.bytes[range.lowerBound])
    }

    /// A heading that comes again names the same columns.
    private func isHeading(_ record: RecordSpan, _ plan: HeadingPlan) -> Bool {
        guard let heading = layout.headings.last.map({ table.records[$0] }) else { return false }
        let filled = (0..<record.fields.count).filter { isFilled($0, of: record) }
        let alike = filled.count { position in
            position < heading.fields.count
                && table.words(table.field(position, of: record)).foldedName
                    == table.words(table.field(position, of: heading)).foldedName
        }
        return alike * 2 > filled.count
    }

    private static func mayBeData(
        _ kind: Reading.LeftOut.Kind,
        _ place: Place,
        _ text: String
    ) -> Diagnostic {
        Diagnostic(
            "ingest.row.left-out",
            at: place,
            value: text,
            message: Bilingual(
                vi:
                    "Dòng này được nhận là \(kind.words.vi) nên để ngoài, nhưng có mã và số liệu như "
                    + "một dòng của biểu",
                en:
                    "The row was taken for \(kind.words.en) and left out, but it has a code and figures "
                    + "as a row of the form"
            ),
            hint: Bilingual(
                vi:
                    "Nếu là số liệu thì chuyển lên ngay dưới các dòng kia, bỏ dòng trống hay ghi chú "
                    + "xen giữa; nếu không thì xóa dòng",
                en:
                    "If it is data, move it up to the other rows, without blank lines or notes between; "
                    + "if not, delete it"
            )
        )
    }
}
