import Vocabulary

extension PeriodSettings {
    /// The index of the unit with whose code a file's name begins; the longest code when several do.
    package func unit(ofFile path: String) -> Int? {
        let name = path.lastPathComponent.foldedName
        return units.indices.filter { index in
            let code = units[index].code.foldedName
            guard !code.isEmpty, name.hasPrefix(code) else { return false }
            guard let next = name.dropFirst(code.count).first else { return true }
            return !next.isLetter && !next.isNumber
        }.max { units[$0].code.count < units[$1].code.count }
    }
}
