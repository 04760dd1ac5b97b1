import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// How submissions were read, in the words of the notes' settings.
struct NoteReadings {
    let order: NoteOrder
    let settings: PeriodSettings

    /// Lines and cells named one by one; the rest is counted.
    private static let limit = 12

    /// All settings in one line; empty when the file could not be read.
    func summary(of file: Submission) -> String {
        guard let reading = file.reading else { return order.words.unknown }
        return reading.settings.map { "\(name(of: $0)): \(value(of: $0))" }.joined(separator: "; ")
    }

    /// Sheet by sheet; what a file has not, such as quotes, is left to `check --explain`.
    func settings(of file: Submission) -> [[String: String]] {
        let settings = (file.reading?.settings ?? []).filter { setting in
            setting.isPinned || !["", "0"].contains(setting.value ?? "")
        }
        var sheets: [String?] = []
        for setting in settings where !sheets.contains(setting.sheet) {
            sheets.append(setting.sheet)
        }
        return sheets.flatMap { sheet in settings.filter { $0.sheet == sheet } }.map { setting in
            let evidence = setting.evidence.vi.printable
            return [
                "file.name": file.path.lastPathComponent.printable,
                "file.part": part(setting.sheet, of: file),
                "setting.name": name(of: setting),
                "setting.value": value(of: setting),
                "setting.evidence": setting.isPinned
                    ? [order.notes.pinned, evidence].filter { !$0.isEmpty }.joined(separator: "; ")
                    : evidence,
            ]
        }
    }

    func proofs(of file: Submission) -> [[String: String]] {
        (file.reading?.proofs ?? []).map { proof in
            [
                "file.name": file.path.lastPathComponent.printable,
                "proof.column": settings.schema.column(proof.column)?.short ?? proof.column,
                "proof.cell": proof.place.cell?.printable ?? order.words.unknown,
                "proof.stated": proof.stated.printable,
                "proof.computed": proof.computed.printable,
                "proof.rows": NoteContext.count(proof.rows),
                "proof.result": proof.holds ? order.notes.holds : order.notes.fails,
            ]
        }
    }

    /// One row for each kind of line, with the lines' numbers and the words of the first.
    func leftOut(of file: Submission) -> [[String: String]] {
        /// Lines of one kind in one sheet.
        struct Group: Hashable {
            var sheet: String?
            var kind: Reading.LeftOut.Kind
        }
        var groups: [Group] = []
        var members: [Group: [Reading.LeftOut]] = [:]
        for line in file.reading?.leftOut ?? [] {
            let group = Group(sheet: line.sheet, kind: line.kind)
            if members[group] == nil { groups.append(group) }
            members[group, default: []].append(line)
        }
        return groups.map { group in
            let (kind, members) = (group.kind, members[group] ?? [])
            let texts = members.map(\.text.printable).filter { $0.contains { !$0.isWhitespace } }
            let shown = texts.prefix(3).map { $0.count <= 80 ? $0 : $0.prefix(80) + "…" }
            return [
                "file.name": file.path.lastPathComponent.printable,
                "left-out.kind": order.leftOutNames[kind.rawValue] ?? kind.rawValue,
                "left-out.lines": (sheet(group.sheet, of: file).map { "\($0): " } ?? "")
                    + Self.listed(members.map { String($0.line) }),
                "left-out.text": shown.joined(separator: " / "),
            ]
        }
    }

    /// One row for each text that says that there is no value, with the cells.
    func marks(of file: Submission) -> [[String: String]] {
        let marks = file.reading?.missing ?? []
        var texts: [[String]] = []
        var cells: [[String]: [String]] = [:]
        for mark in marks {
            let key = [mark.raw, mark.meaning.rawValue]
            if cells[key] == nil { texts.append(key) }
            cells[key, default: []].append(mark.cell)
        }
        return texts.map { key in
            [
                "file.name": file.path.lastPathComponent.printable,
                "mark.text": key[0].isEmpty ? order.words.empty : "“\(key[0].printable)”",
                "mark.meaning": order.meanings[key[1]] ?? key[1],
                "mark.count": NoteContext.count(cells[key]?.count ?? 0),
                "mark.cells": Self.listed(cells[key] ?? []),
            ]
        }
    }

    /// The file and, of a workbook of which several are read, the sheet.
    private func part(_ sheet: String?, of file: Submission) -> String {
        ([file.path.lastPathComponent.printable] + [self.sheet(sheet, of: file)].compactMap { $0 })
            .joined(separator: ", ")
    }

    private func sheet(_ name: String?, of file: Submission) -> String? {
        guard let name, Set(file.reading?.settings.compactMap(\.sheet) ?? []).count > 1 else {
            return nil
        }
        return "\(order.notes.sheet) \(name.printable)"
    }

    private func name(of setting: Reading.Setting) -> String {
        order.settingNames[setting.name] ?? setting.name
    }

    private func value(of setting: Reading.Setting) -> String {
        switch (setting.name, setting.value) {
        case (_, nil), (_, ""): order.words.nothing
        case ("number_form", _), (_, "\t"): setting.shown.vi
        case ("unit_of_measure", let key?): settings.unitOfMeasure(key)?.label ?? key
        case ("unit", let code?):
            settings.units.first { $0.code == code }?.title.printable ?? code
        case (_, let value?)
        where value.utf8.count == 1 && !value.allSatisfy(\.isLetter)
            && !value.allSatisfy(\.isNumber):
            "“\(value)”"
        case (_, let value?): value.printable
        }
    }

    private static func listed(_ items: [String]) -> String {
        let shown = items.prefix(limit).joined(separator: ", ")
        return items.count > limit ? "\(shown), … (\(NoteContext.count(items.count)))" : shown
    }
}
