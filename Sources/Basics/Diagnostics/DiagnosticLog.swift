/// The doubts that a stage found; stages append and go on, only `Pipeline` stops.
///
/// Doubts of one kind in one file are kept up to a number that nobody reads to the end, then counted alone:
/// millions of them would fill the memory and bury the others. None is lost: `sorted` tells how many more
/// there are.
package struct DiagnosticLog: Sendable {
    package private(set) var entries: [Diagnostic] = []
    /// Doubts that were counted and not kept.
    private var untold: [Kind: Int] = [:]
    /// Doubts kept of each kind; counted only when there are so many that one may be full.
    private var kept: [Kind: Int]?

    /// Doubts of one code in one file that are kept.
    private var limit: Int

    /// For files whose rows are kept: return notes list them too.
    package static let usualLimit = 20_000
    /// For files of any size: more than a table of ten million rows has of which one value in a thousand
    /// is bad.
    package static let largeLimit = 100_000

    /// What is counted together.
    private struct Kind: Hashable {
        var file: String?
        var code: String
        var severity: Diagnostic.Severity

        init(_ diagnostic: Diagnostic) {
            file = diagnostic.place?.file
            code = diagnostic.code
            severity = diagnostic.severity
        }
    }

    package init(limit: Int = DiagnosticLog.usualLimit) {
        self.limit = limit
    }

    /// Adds one doubt.
    package mutating func append(_ diagnostic: Diagnostic) {
        guard entries.count >= limit else {
            entries.append(diagnostic)
            return
        }
        let kind = Kind(diagnostic)
        if kept == nil { kept = entries.reduce(into: [:]) { $0[Kind($1), default: 0] += 1 } }
        guard kept?[kind] ?? 0 < limit else {
            untold[kind, default: 0] += 1
            return
        }
        kept?[kind, default: 0] += 1
        entries.append(diagnostic)
    }

    /// Adds the doubts of another log, and takes its limit where that is larger.
    package mutating func append(contentsOf other: DiagnosticLog) {
        limit = max(limit, other.limit)
        if entries.isEmpty, untold.isEmpty {
            entries = other.entries
            untold = other.untold
            kept = nil
            return
        }
        for (kind, count) in other.untold { untold[kind, default: 0] += count }
        if kept == nil, entries.count + other.entries.count < limit {
            entries += other.entries
        } else if kept == nil, hasRoom(for: other.entries) {
            entries += other.entries
        } else {
            for entry in other.entries { append(entry) }
        }
    }

    /// Whether of no code there would be too many, in whatever files: codes are few and quickly told apart.
    private func hasRoom(for others: [Diagnostic]) -> Bool {
        var codes: [(code: String, count: Int)] = []
        for list in [entries, others] {
            for entry in list {
                guard let index = codes.firstIndex(where: { $0.code == entry.code }) else {
                    guard codes.count < 32 else { return false }
                    codes.append((entry.code, 1))
                    continue
                }
                codes[index].count += 1
            }
        }
        return codes.allSatisfy { $0.count <= limit }
    }

    /// Takes back what turned out to be no doubt.
    package mutating func removeAll(where isSettled: (Diagnostic) -> Bool) {
        entries.removeAll(where: isSettled)
        kept = nil
    }

    /// Changes the doubts from `first` on, as whoever asked for them knows more than who told them.
    package mutating func update(from first: Int, _ change: (inout Diagnostic) -> Void) {
        for index in entries.indices.dropFirst(first) { change(&entries[index]) }
    }

    /// How many doubts of a code in a file were counted and not kept.
    package func untold(_ code: String, in file: String) -> Int {
        untold.reduce(0) { $1.key.code == code && $1.key.file == file ? $0 + $1.value : $0 }
    }

    /// Takes the count back where another doubt stands for all.
    package mutating func forgetUntold(_ code: String, in file: String) {
        untold = untold.filter { $0.key.code != code || $0.key.file != file }
    }

    package var hasErrors: Bool {
        entries.contains { $0.severity == .error } || untold.keys.contains { $0.severity == .error }
    }

    /// Every doubt once, by file, place and code, and how many more there are: never in order of arrival.
    package var sorted: [Diagnostic] {
        let entries =
            untold.isEmpty ? entries : entries + untold.map { Self.others($1, $0) }
        // Logs are mostly written in order, and may be long.
        let isSorted = entries.indices.dropFirst().allSatisfy {
            Self.precedes(entries[$0 - 1], entries[$0])
        }
        if isSorted { return entries }
        // Their numbers are moved rather than the doubts, which are large.
        let order = entries.indices.sorted { Self.precedes(entries[$0], entries[$1]) }
        let ordered = order.lazy.map { entries[$0] }
        // Equal doubts have the same place, so that they stand in one run.
        var result: [Diagnostic] = []
        result.reserveCapacity(ordered.count)
        var runStart = 0
        for doubt in ordered {
            if result.count > runStart, Self.precedes(result[runStart], doubt) {
                runStart = result.count
            }
            if !result[runStart...].contains(doubt) { result.append(doubt) }
        }
        return result
    }

    private static func precedes(_ left: Diagnostic, _ right: Diagnostic) -> Bool {
        switch (left.place, right.place) {
        case (let first?, let second?) where first != second: first < second
        case (nil, .some): true
        case (.some, nil): false
        default: (left.code, left.message.vi) < (right.code, right.message.vi)
        }
    }

    private static func others(_ count: Int, _ kind: Kind) -> Diagnostic {
        Diagnostic(
            "ingest.file.more-doubts",
            kind.severity,
            at: kind.file.map { Place(file: $0) },
            value: String(count),
            message: Bilingual(
                vi: "Còn \(count) chỗ nữa cùng loại “\(kind.code)”, chỉ đếm, không liệt kê",
                en: "\(count) more doubts of the kind “\(kind.code)” are counted and not listed"
            ),
            hint: Bilingual(
                vi: "Sửa nguyên nhân chung của các chỗ đã liệt kê rồi chạy lại",
                en: "Correct what the listed ones have in common, then run again"
            )
        )
    }
}
