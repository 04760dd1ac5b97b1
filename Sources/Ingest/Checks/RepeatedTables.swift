import Diagnostics

/// A table most of whose codes came before, in one other file or in its own, is one doubt and not one for
/// each row: it was sent twice.
func joinRepeats(
    from first: Int,
    of count: Int,
    file: String,
    log: inout DiagnosticLog
) {
    let repeats = log.entries[first...].filter {
        $0.code == RowFault.repeatedCode && $0.place?.file == file
    }
    let files = Set(repeats.compactMap(\.related?.file)).sorted()
    // Of very many the last are only counted.
    let untold = files.count == 1 ? log.untold(RowFault.repeatedCode, in: file) : 0
    for earlier in files {
        let joined = repeats.filter { $0.related?.file == earlier }
        let total = joined.count + untold
        // The first by place: of rows that were not kept, equal codes are told together.
        let earliest = joined.min { left, right in
            left.place.map { own in right.place.map { own < $0 } ?? false } ?? true
        }
        guard joined.count >= 5, total * 3 >= count, let doubt = earliest,
            let place = doubt.place, let related = doubt.related
        else { continue }
        let gone = Set(joined)
        log.removeAll { gone.contains($0) }
        if untold > 0 { log.forgetUntold(RowFault.repeatedCode, in: file) }
        log.append(
            earlier == file
                ? RowFault.repeatedTable(total, first: related, at: place)
                : RowFault.repeatedFile(total, of: count, first: related, in: file)
        )
    }
}
