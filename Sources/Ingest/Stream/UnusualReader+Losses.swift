import Diagnostics

extension UnusualReader {
    /// As in a small file, the words that lost letters: rows with such signs are not taken at once.
    func lossDoubts(_ blocks: [PlacedBlock]) -> [Diagnostic] {
        [LostLetters.replaced, LostLetters.questionMarks].compactMap { find in
            var found: (lost: LostLetters, word: String, places: [Place])?
            for block in blocks {
                let bytes = block.result.unusual.bytes
                guard let own = find(bytes), let word = own.words.first else { continue }
                if found == nil {
                    found = (own, String(decoding: bytes[word], as: UTF8.self), [])
                } else {
                    found?.lost.add(own)
                }
                if found?.places.count ?? 0 < LostLetters.keptWords {
                    found?.places += places(of: own, in: block)
                }
            }
            guard let (lost, word, places) = found, let first = places.first else { return nil }
            let lines = places.prefix(LostLetters.keptWords).compactMap(\.line)
            return EncodingFault.lost(lost, word: word, at: first, lines: lines)
        }
    }

    private func places(of lost: LostLetters, in block: PlacedBlock) -> [Place] {
        let (table, records) = Self.table(of: block, path: stream.path, head.dialect)
        return lost.words.compactMap { word in
            records.last { $0.start <= word.lowerBound }.map { record in
                textPlace(
                    ofByte: word.lowerBound,
                    in: table.bytes,
                    path: stream.path,
                    from: record.start,
                    line: record.line,
                    cell: nil
                )
            }
        }
    }
}
