import Diagnostics

/// A table most of whose codes came before, in one other file or in its own, is one doubt and not one for
/// each row: it was sent twice.
func joinRepeats(
    from first: Int,
    of count: Int,
    file: String,
    log: inout DiagnosticLog
) {
    let repeats = log.entries[first...].filter { $0.code == RowFault.repeatedCode }
    for earlier in Set(repeats.compactMap(\.related?.file)).sorted() {
        let joined = repeats.filter { $0.related?.file == earlier }
        guard joined.count >= 5, joined.count * 3 >= count, let doubt = joined.first,
            let place = doubt.place, let related = doubt.related
        else { continue }
        let gone = Set(joined)
        log.removeAll { gone.contains($0) }
        log.append(
            earlier == file
                ? RowFault.repeatedTable(joined.count, first: related, at: place)
                : RowFault.repeatedFile(joined.count, of: count, first: related, in: file)
        )
    }
}
