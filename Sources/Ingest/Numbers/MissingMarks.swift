import DatasetModel
import PeriodModel
import Vocabulary

/// Cells of number columns that say that there is no value, by the words of `reading.yaml`.
struct MissingMarks: Sendable {
    private let meanings: [String: Reading.MissingMark.Meaning]
    private let longest: Int

    init(_ words: ReadingWords) {
        var meanings: [String: Reading.MissingMark.Meaning] = [:]
        for word in words.none { meanings[word.foldedName] = Reading.MissingMark.Meaning.none }
        for word in words.unknown { meanings[word.foldedName] = .unknown }
        self.meanings = meanings
        // Blanks do not count in a folded name, and a composed letter has fewer bytes than its parts.
        longest = 4 * (meanings.keys.map(\.utf8.count).max() ?? 0) + 8
    }

    /// What the cell says; `nil` when it is no mark.
    func meaning(_ bytes: [UInt8], _ range: Range<Int>) -> Reading.MissingMark.Meaning? {
        guard !range.isEmpty, range.count <= longest,
            !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[range.lowerBound])
        else { return nil }
        return meanings[String(decoding: bytes[range], as: UTF8.self).foldedName]
    }
}
