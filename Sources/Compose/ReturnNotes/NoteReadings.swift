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

    func settings(of file: Submission) -> [[String: String]] {
        (file.reading?.settings ?? []).map { setting in
            let evidence = setting.evidence.vi.printable
            return [
                "file.name": file.path.lastPathComponent.printable,
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
        let lines = file.reading?.leftOut ?? []
        var kinds: [Reading.LeftOut.Kind] = []
        var byKind: [Reading.LeftOut.Kind: [Reading.LeftOut]] = [:]
        for line in lines {
            if byKind[line.kind] == nil { kinds.append(line.kind) }
            byKind[line.kind, default: []].append(line)
        }
        return kinds.map { kind in
            let members = byKind[kind] ?? []
            let texts = members.map(\.text.printable).filter { $0.contains { !$0.isWhitespace } }
            let shown = texts.prefix(3).map { $0.count <= 80 ? $0 : $0.prefix(80) + "…" }
            return [
                "file.name": file.path.lastPathComponent.printable,
                "left-out.kind": order.leftOutNames[kind.rawValue] ?? kind.rawValue,
                "left-out.lines": Self.listed(members.map { String($0.line) }),
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
