/// The dialects that compete for a text.
struct DialectCandidates {
    /// Delimiters that tables are usually written with, and how readily each is believed.
    static let usual: [(byte: UInt8, belief: Double)] = [
        (UInt8(ascii: ","), 1), (UInt8(ascii: ";"), 1), (Byte.tab, 1), (UInt8(ascii: "|"), 1),
        (UInt8(ascii: ":"), 0.8), (Byte.blank, 0.75),
    ]
    /// Others, which must stand in nearly every line.
    static let unusual: [UInt8] =
        Array("^~#&*=!@$%_\\+".utf8) + [0x01, 0x02, 0x1C, 0x1D, 0x1E, 0x1F]
    static let unusualBelief = 0.7

    let sample: [UInt8]
    /// Lines that are not blank, and in how many of them each byte stands.
    private let lines: Int
    private let linesWith: [Int]

    init(_ sample: [UInt8]) {
        self.sample = sample
        var lines = 0
        var linesWith = [Int](repeating: 0, count: 256)
        var lastLine = [Int](repeating: -1, count: 256)
        var isBlank = true
        for byte in sample {
            if byte == Byte.lineFeed || byte == Byte.carriageReturn {
                if !isBlank { lines += 1 }
                isBlank = true
                continue
            }
            if byte > Byte.blank { isBlank = false }
            if lastLine[Int(byte)] != lines {
                lastLine[Int(byte)] = lines
                linesWith[Int(byte)] += 1
            }
        }
        self.lines = lines + (isBlank ? 0 : 1)
        self.linesWith = linesWith
    }

    /// Delimiters worth trying, each with its belief.
    func delimiters() -> [(bytes: [UInt8], belief: Double)] {
        var found: [([UInt8], Double)] = []
        for (byte, belief) in Self.usual {
            let count = linesWith[Int(byte)]
            let needed = byte == Byte.blank || byte == UInt8(ascii: ":") ? (lines + 1) / 2 : 1
            if count > 0, count >= needed { found.append(([byte], belief)) }
        }
        for byte in Self.unusual where lines > 1 && linesWith[Int(byte)] * 10 >= lines * 9 {
            found.append(([byte], Self.unusualBelief))
        }
        // A longer one wins where it fits as well: it stands wherever the short one does.
        for (bytes, belief) in found {
            if let longer = extended(bytes[0]) { found.append((longer, belief * 1.01)) }
        }
        return found
    }

    /// The signs that always stand around a byte, such as `, ` or `||`; `nil` when nothing does.
    private func extended(_ byte: UInt8) -> [UInt8]? {
        var after = [Int](repeating: 0, count: 128)
        var count = 0
        for offset in sample.indices.dropLast() where sample[offset] == byte {
            count += 1
            if sample[offset + 1] < 128 { after[Int(sample[offset + 1])] += 1 }
        }
        guard count > 0 else { return nil }
        for sign in [Byte.blank, Byte.tab, byte] {
            // Of a pair, one half is followed by the other.
            let needed = sign == byte ? count / 2 : count * 8 / 10
            guard sign != byte || byte != UInt8(ascii: ",") && byte != UInt8(ascii: ";"),
                sign != byte || byte > Byte.blank
            else { continue }
            if after[Int(sign)] > 0, after[Int(sign)] >= needed, byte != Byte.blank {
                return [byte, sign]
            }
        }
        return nil
    }

    /// Quotes that enclose a cell somewhere under this delimiter; `nil` stands for none.
    func quotes(_ delimiter: [UInt8]) -> [UInt8?] {
        var quotes: [UInt8?] = []
        for quote in [Byte.quote, UInt8(ascii: "'")] where linesWith[Int(quote)] > 0 {
            let (opening, closing) = ends(of: quote, delimiter)
            guard opening > 0 else { continue }
            if quote == Byte.quote || closing > 0 { quotes.append(quote) }
        }
        quotes.append(nil)
        return quotes
    }

    /// How often a quote stands at the start and at the end of a cell.
    private func ends(of quote: UInt8, _ delimiter: [UInt8]) -> (opening: Int, closing: Int) {
        let last = delimiter[delimiter.count - 1]
        var opening = 0
        var closing = 0
        for offset in sample.indices where sample[offset] == quote {
            var before = offset - 1
            while before >= 0, sample[before] == Byte.blank, last != Byte.blank { before -= 1 }
            if before < 0 || sample[before] == last || sample[before] == Byte.lineFeed
                || sample[before] == Byte.carriageReturn
            {
                opening += 1
            }
            let after = offset + 1
            if after >= sample.count || sample[after] == delimiter[0]
                || sample[after] == Byte.lineFeed || sample[after] == Byte.carriageReturn
            {
                closing += 1
            }
        }
        return (opening, closing)
    }

    /// Escapes to try for a quote: its doubling, and a backslash where one stands before it.
    func escapes(_ quote: UInt8?) -> [UInt8?] {
        guard let quote else { return [nil] }
        let backslash = UInt8(ascii: "\\")
        let isBefore =
            linesWith[Int(backslash)] > 0
            && sample.indices.dropLast().contains {
                sample[$0] == backslash && sample[$0 + 1] == quote
            }
        return isBefore ? [quote, backslash] : [quote]
    }
}
