import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// Tells repeated identifiers and names over files of which rows were not kept, as `RowRegister` does where
/// they are.
struct RepeatedRows {
    let files: [StreamedFile]
    /// The rows of the files that were read as a whole, with their keys.
    let kept: KeepingSink
    let workers: Workers
    let space: KeySpace

    /// What was found.
    struct Outcome {
        /// Rows that repeat an identifier.
        var refused: Set<RowPosition> = []
        /// Those among them that are in the totals.
        var counted: [RowRegister.Row] = []
    }

    /// Logs the repeated rows.
    func report(log: inout DiagnosticLog) -> Outcome {
        var outcome = Outcome()
        let groups = groups(of: .identifier)
        let seen = rows(in: groups)
        for group in groups {
            for same in exactGroups(group, by: { seen[$0]?.identifier?.text.foldedName }) {
                guard let first = seen[same[0]]?.identifier?.place else { continue }
                for position in same.dropFirst() {
                    guard let row = seen[position], let identifier = row.identifier else {
                        continue
                    }
                    log.append(
                        RowFault.repeatedIdentifier(
                            identifier.text,
                            first: first,
                            at: identifier.place
                        )
                    )
                    outcome.refused.insert(position)
                    if let row = row.row { outcome.counted.append(row) }
                }
            }
        }
        reportNames(except: outcome.refused, log: &log)
        return outcome
    }

    private func reportNames(except refused: Set<RowPosition>, log: inout DiagnosticLog) {
        let groups = groups(of: .name)
            .map { $0.filter { !refused.contains($0) } }
            .filter { $0.count > 1 }
        let seen = rows(in: groups)
        for group in groups {
            let exact = exactGroups(group) { position -> NameInUnit? in
                seen[position]?.name.map {
                    NameInUnit(unit: $0.unit, name: $0.text.folded(without: kept.nouns))
                }
            }
            for same in exact {
                guard let first = seen[same[0]]?.name?.place else { continue }
                for position in same.dropFirst() {
                    guard let name = seen[position]?.name else { continue }
                    log.append(RowFault.repeatedName(name.text, first: first, at: name.place))
                }
            }
        }
    }

    private struct NameInUnit: Hashable {
        var unit: Int
        var name: String
    }

    /// Positions of rows with equal keys, group by group; a group's positions ascend.
    private func groups(of kind: KeyKind) -> [[RowPosition]] {
        let tables = files.map { $0.keys(of: kind) }
        let owners = tables.enumerated().flatMap { file, own in own.map { _ in file } }
        let ofKept = kind == .identifier ? kept.identifiers : kept.names
        let found = SuspectSearch(tables: tables.flatMap { $0 } + [ofKept]).groups(workers)
        let ofBlocks = rows(of: found, kind, owners)
        let groups = found.map { group in
            var positions = ofBlocks[group.compared] ?? []
            for case .row(let position) in group.suspects.map(\.place) {
                positions.append(position)
            }
            return Set(positions).sorted()
        }
        return groups.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
    }

    /// Looks through the blocks that gave keys of the groups; `owners` has the file of each table.
    private func rows(
        of groups: [SuspectSearch.Group],
        _ kind: KeyKind,
        _ owners: [Int]
    ) -> [UInt64: [RowPosition]] {
        var wanted: [Int: [Block: Set<UInt64>]] = [:]
        for group in groups {
            for suspect in group.suspects {
                guard case .block(let block) = suspect.place else { continue }
                wanted[owners[suspect.table], default: [:]][block, default: []]
                    .insert(group.compared)
            }
        }
        guard !wanted.isEmpty else { return [:] }
        let buffer = BlockBuffer(capacity: wanted.values.flatMap(\.keys).map(\.count).max() ?? 0)
        var rows: [UInt64: [RowPosition]] = [:]
        for (file, blocks) in wanted {
            for (block, keys) in blocks {
                for row in files[file].rows(with: keys, of: kind, in: block, buffer) {
                    rows[row.key, default: []].append(row.position)
                }
            }
        }
        return rows
    }

    /// Parts a group by what its rows really have; those of one row go.
    private func exactGroups<Key: Hashable>(
        _ group: [RowPosition],
        by key: (RowPosition) -> Key?
    ) -> [[RowPosition]] {
        var places: [Key: Int] = [:]
        var parts: [[RowPosition]] = []
        for position in group {
            guard let key = key(position) else { continue }
            if let place = places[key] {
                parts[place].append(position)
            } else {
                places[key] = parts.count
                parts.append([position])
            }
        }
        return parts.filter { $0.count > 1 }
    }

    /// Looks at the rows again, file by file in their order.
    private func rows(in groups: [[RowPosition]]) -> [RowPosition: SeenRow] {
        let positions = groups.flatMap { $0 }.sorted()
        var rows: [RowPosition: SeenRow] = [:]
        for position in positions { rows[position] = kept.rows[position] }
        for file in files {
            let index = file.rows.reader.index
            let own = positions.compactMap { position in
                space.offset(of: position, inFile: index).map { (position, $0) }
            }
            let seen = file.rows.rows(at: own.map(\.1), in: file.blocks)
            for ((position, _), row) in zip(own, seen) { rows[position] = row }
        }
        return rows
    }
}
