package import DatasetModel
package import Diagnostics
import PeriodModel
import Vocabulary

/// Looks for organisations that two units list under one name, and for those whose code has changed since
/// the previous period; each doubt names both places.
///
/// Codes that come twice are told while rows are read.
package func checkRegister(
    of current: PeriodData,
    previous: PeriodData? = nil,
    log: inout DiagnosticLog
) {
    reportNamesInTwoUnits(Register(current), log: &log)
    if let previous { reportChangedCodes(Register(current), Register(previous), log: &log) }
}

/// The same name and sector in two units, with the same figures: one organisation, listed twice.
private func reportNamesInTwoUnits(_ register: Register, log: inout DiagnosticLog) {
    /// Rows of one name that are compared with a later one.
    let limit = 20
    let rows = register.data.dataset.rows
    var seen: [Register.NameKey: [Int]] = [:]
    for row in 0..<rows.count {
        let key = Register.NameKey(place: rows.sectors[row], name: register.names[row])
        let earlier = seen[key] ?? []
        let twin = earlier.first { other in
            rows.units[other] != rows.units[row] && rows.haveSameFigures(other, row)
        }
        if let twin {
            log.append(
                RegisterFault.inTwoUnits(
                    rows.names[row],
                    unit: register.unit(of: twin).title,
                    first: register.place(of: twin, .name),
                    at: register.place(of: row, .name)
                )
            )
        }
        if earlier.count < limit { seen[key] = earlier + [row] }
    }
}

/// The same name in the same unit under a code that the other period does not have.
private func reportChangedCodes(
    _ now: Register,
    _ before: Register,
    log: inout DiagnosticLog
) {
    var gone: [Register.NameKey: Int] = [:]
    let unitsNow = Dictionary(
        now.data.settings.units.enumerated().map { ($0.element.code, $0.offset) },
        uniquingKeysWith: { first, _ in first }
    )
    let rows = before.data.dataset.rows
    for row in 0..<rows.count where !now.codes.contains(before.code(of: row)) {
        guard let unit = unitsNow[before.unit(of: row).code] else { continue }
        let key = Register.NameKey(place: unit, name: before.names[row])
        gone[key] = gone[key] ?? row
    }
    let current = now.data.dataset.rows
    for row in 0..<current.count where !before.codes.contains(now.code(of: row)) {
        let key = Register.NameKey(place: current.units[row], name: now.names[row])
        guard let other = gone[key] else { continue }
        log.append(
            RegisterFault.changedCode(
                current.identifiers[row],
                name: current.names[row],
                old: rows.identifiers[other],
                first: before.place(of: other, .identifier),
                at: now.place(of: row, .identifier)
            )
        )
    }
}

/// The rows of a period by name and code.
private struct Register {
    struct NameKey: Hashable {
        /// Index of a unit or sector.
        var place: Int
        var name: String
    }

    let data: PeriodData
    let names: [String]
    let codes: Set<String>

    init(_ data: PeriodData) {
        self.data = data
        let nouns = data.settings.wording.nouns
        names = data.dataset.rows.names.map { $0.folded(without: nouns) }
        codes = Set(data.dataset.rows.identifiers.map(\.foldedName))
    }

    func code(of row: Int) -> String { data.dataset.rows.identifiers[row].foldedName }

    func unit(of row: Int) -> ReportingUnit { data.settings.units[data.dataset.rows.units[row]] }

    /// The row's cell of the column with this role.
    func place(of row: Int, _ role: Column.Role) -> Place {
        let origin = data.dataset.rows.origins[row]
        let column = data.settings.schema.columns.firstIndex { $0.role == role }
        return data.dataset.submissions[origin.submission].place(of: origin, column: column)
    }
}

extension RowTable {
    /// Whether at least half of the figures that both rows give are the same, and no fewer than two when
    /// there are two; zeros say nothing.
    fileprivate func haveSameFigures(_ first: Int, _ second: Int) -> Bool {
        var both = 0
        var same = 0
        for column in measures {
            let (one, other) = (column[first], column[second])
            guard let low = one.low, other.low != nil, !(low.isZero && one == other) else {
                continue
            }
            both += 1
            if one == other { same += 1 }
        }
        return same > 0 && same >= min(2, both) && same * 2 >= both
    }
}

/// What is doubted about organisations over units and periods.
private enum RegisterFault {
    static func inTwoUnits(_ name: String, unit: String, first: Place, at place: Place)
        -> Diagnostic
    {
        Diagnostic(
            "ingest.name.in-two-units",
            .warning,
            at: place,
            related: first,
            value: clipped(name),
            message: Bilingual(
                vi: "“\(clipped(name))” cùng lĩnh vực và số liệu đã có ở \(unit), "
                    + "\(first.inWords.vi)",
                en: "“\(clipped(name))” is also listed by \(unit) with the same sector and "
                    + "figures, at \(first.inWords.en)"
            ),
            hint: Bilingual(
                vi: "Nếu là một tổ chức thì chỉ để ở đơn vị nơi đặt trụ sở",
                en: "If it is one organisation, keep it in the unit of its seat only"
            )
        )
    }

    static func changedCode(
        _ code: String,
        name: String,
        old: String,
        first: Place,
        at place: Place
    ) -> Diagnostic {
        Diagnostic(
            "ingest.identifier.changed",
            .warning,
            at: place,
            related: first,
            value: clipped(code),
            message: Bilingual(
                vi: "“\(clipped(name))” kỳ trước có mã “\(clipped(old))” (\(first.inWords.vi)), "
                    + "nay là “\(clipped(code))”",
                en: "“\(clipped(name))” had the code “\(clipped(old))” in the previous period "
                    + "(\(first.inWords.en)), now “\(clipped(code))”"
            ),
            hint: Bilingual(
                vi: "Nếu là cùng một tổ chức thì dùng lại mã cũ, để không tính là một tổ chức mất "
                    + "đi và một tổ chức có thêm",
                en:
                    "If it is the same organisation, use its old code, so that it does not count as "
                    + "one gone and one new"
            )
        )
    }
}
