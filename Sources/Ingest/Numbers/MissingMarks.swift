import DatasetModel
import PeriodModel
import Vocabulary

/// Cells of number columns that say that there is no value, by the words of `reading.yaml`.
struct MissingMarks: Sendable {
    private let meanings: [String: Reading.MissingMark.Meaning]
    private let longest: Int
    /// For each byte whether a mark may begin with it: most other cells differ there.
    private let firsts: [Bool]
    /// First byte and length of the marks in ASCII.
    private let shapes: Set<Int>
    /// The lengths that marks in ASCII have without blanks, a bit for each.
    private let lengths: UInt64

    init(_ words: ReadingWords) {
        var meanings: [String: Reading.MissingMark.Meaning] = [:]
        for word in words.none { meanings[word.foldedName] = Reading.MissingMark.Meaning.none }
        for word in words.unknown { meanings[word.foldedName] = .unknown }
        self.meanings = meanings
        // Blanks do not count in a folded name, and a composed letter has fewer bytes than its parts.
        firsts = Self.firsts(of: meanings.keys)
        shapes = Set(meanings.keys.compactMap { Self.shape(Array($0.utf8)[...]) })
        lengths = shapes.reduce(0) { $0 | 1 << UInt64(min($1 & 0xFFFF_FFFF, 63)) }
        longest = 4 * (meanings.keys.map(\.utf8.count).max() ?? 0) + 8
    }

    /// What the cell says; `nil` when it is no mark.
    func meaning(_ bytes: [UInt8], _ range: Range<Int>) -> Reading.MissingMark.Meaning? {
        guard !range.isEmpty, range.count <= longest, firsts[Int(bytes[range.lowerBound])] else {
            return nil
        }
        if let shape = Self.shape(bytes[range]), !shapes.contains(shape) { return nil }
        return meanings[String(decoding: bytes[range], as: UTF8.self).foldedName]
    }

    /// Whether a cell of a column of words needs a closer look; asked of very many.
    @inline(__always)
    func mayBeMark(_ start: UnsafePointer<UInt8>, count: Int) -> Bool {
        guard count > 0, count <= longest, firsts[Int(start[0])] else { return false }
        var length = 0
        for offset in 0..<count {
            guard start[offset] < 0x80 else { return true }
            length += start[offset] > Byte.blank ? 1 : 0
        }
        return lengths >> UInt64(min(length, 63)) & 1 != 0
    }

    private static func firsts(of marks: some Sequence<String>) -> [Bool] {
        var firsts = [Bool](repeating: false, count: 256)
        for mark in marks {
            // What begins with a digit is a number, whatever else it may mean.
            guard let first = mark.utf8.first, !(0x30...0x39).contains(first) else { continue }
            firsts[Int(first)] = true
            if (0x61...0x7A).contains(first) { firsts[Int(first) - 0x20] = true }
            guard first >= 0x80 else { continue }
            // Capitals have other bytes, and Vietnamese letters may stand apart from their marks.
            let isLetter = mark.unicodeScalars.first.flatMap(VietnameseLetters.position) != nil
            let letters = isLetter ? Array(0x41...0x5A) + Array(0x61...0x7A) : []
            for other in letters + Array(0x80...0xFF) { firsts[other] = true }
        }
        return firsts
    }

    /// First byte, as a small letter, and number of bytes but for blanks; `nil` where a byte is not ASCII.
    private static func shape(_ bytes: ArraySlice<UInt8>) -> Int? {
        var (first, count) = (0, 0)
        for byte in bytes {
            guard byte < 0x80 else { return nil }
            let isBlank = byte == 0x20 || (0x09...0x0D).contains(byte)
            if isBlank { continue }
            if count == 0 { first = Int((0x41...0x5A).contains(byte) ? byte | 0x20 : byte) }
            count += 1
        }
        return first << 32 | count
    }
}
