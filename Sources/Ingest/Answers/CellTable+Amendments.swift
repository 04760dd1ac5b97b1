import DatasetModel
import Diagnostics
import Vocabulary

extension CellTable {
    /// Puts the amended texts in the places of the old ones, and gives back what was done; confirmations
    /// come back when their cell is still what was confirmed.
    ///
    /// Several amendments of a cell follow each other (`a` to `b`, later `b` to `c`). One that does not
    /// fit the cell, or contradicts another, is an error and changes nothing.
    mutating func apply(_ amendments: [Amendment], log: inout DiagnosticLog) -> [Amendment] {
        var done = amendments.filter(\.cell.isEmpty)
        var cells: [String] = []
        var byCell: [String: [Amendment]] = [:]
        for amendment in amendments where !amendment.cell.isEmpty {
            if byCell[amendment.cell] == nil { cells.append(amendment.cell) }
            byCell[amendment.cell, default: []].append(amendment)
        }
        for cell in cells {
            let list = byCell[cell] ?? []
            guard let address = CellAddress(cell), let index = fieldIndex(at: address) else {
                for amendment in list {
                    log.append(AmendmentFault(of: amendment).noCell(amendment))
                }
                continue
            }
            guard let steps = CellSteps(list, log: &log) else { continue }
            done += apply(steps, to: index, log: &log)
        }
        return done
    }

    private mutating func apply(
        _ steps: CellSteps,
        to index: Int,
        log: inout DiagnosticLog
    ) -> [Amendment] {
        var steps = steps
        var done: [Amendment] = []
        while let step = steps.replacements.removeValue(forKey: words(fields[index]).amendmentKey) {
            replaceText(ofField: index, with: step.new ?? "")
            done.append(step)
        }
        let now = words(fields[index])
        for rest in steps.order where steps.replacements[rest.old.amendmentKey] != nil {
            let isDone = rest.new?.amendmentKey == now.amendmentKey
            log.append(
                isDone
                    ? AmendmentFault(of: rest).alreadyDone(rest)
                    : AmendmentFault(of: rest).stale(rest, now: now)
            )
        }
        for confirmation in steps.confirmations {
            if confirmation.old.amendmentKey == now.amendmentKey {
                done.append(confirmation)
            } else {
                log.append(AmendmentFault(of: confirmation).stale(confirmation, now: now))
            }
        }
        return done
    }
}

/// What is said about one cell, without repetitions and contradictions.
private struct CellSteps {
    /// By the text that each replaces.
    var replacements: [String: Amendment] = [:]
    /// The same in the order given.
    var order: [Amendment] = []
    var confirmations: [Amendment] = []

    /// `nil` when two amendments of one text contradict each other.
    init?(_ amendments: [Amendment], log: inout DiagnosticLog) {
        var isContradictory = false
        var confirmed: [String: Amendment] = [:]
        var codes: Set<[String]> = []
        for amendment in amendments {
            let old = amendment.old.amendmentKey
            var other: Amendment?
            switch amendment.decision {
            case .replaced(let new):
                if let first = replacements[old] {
                    other = first.new == new ? nil : first
                } else {
                    other = confirmed[old]
                    replacements[old] = amendment
                    order.append(amendment)
                }
            case .confirmed(let code):
                other = replacements[old]
                confirmed[old] = confirmed[old] ?? amendment
                if codes.insert([old, code]).inserted { confirmations.append(amendment) }
            }
            if let other {
                isContradictory = true
                log.append(AmendmentFault(of: amendment).contradictory(amendment, first: other))
            }
        }
        if isContradictory { return nil }
    }
}

extension String {
    /// Characters of a cell that a table of answers shows; a longer one ends there, and is known by them.
    private static let answeredLength = 1000

    /// The cell's text for a table of answers.
    var inAnswers: String {
        guard utf8.count > Self.answeredLength else { return self }
        // What runs on for megabytes is no cell; its beginning is enough to tell.
        let text = String(prefix(Self.answeredLength * 100)).withBlanksJoined
        return text.count > Self.answeredLength ? text.prefix(Self.answeredLength) + "…" : self
    }

    private var withBlanksJoined: String {
        composed.printable.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Texts that a spreadsheet may have made of each other are one: other blanks, `1.234` as `1234`,
    /// `12,50` as `12.5`; so are a long text and its beginning in a table of answers.
    fileprivate var amendmentKey: String {
        let text = inAnswers.withBlanksJoined
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard parts.count > 1, Set(text.filter { $0 == "." || $0 == "," }).count == 1,
            let first = parts.first, (1...3).contains(first.utf8.count),
            parts.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
        else { return text.decimalKey }
        return parts.joined()
    }

    /// A number without zeros at its ends, the mark a point; any other text as it is.
    private var decimalKey: String {
        let parts = split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard parts.count <= 2,
            parts.allSatisfy({
                !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
            })
        else { return self }
        let whole = parts[0].drop { $0 == "0" }
        var rest = parts.count == 2 ? parts[1] : ""
        while rest.last == "0" { rest.removeLast() }
        return (whole.isEmpty ? "0" : whole) + (rest.isEmpty ? "" : "." + rest)
    }
}
