/// Unicode text whose letters are the bytes of another encoding, each shown as the letter that Windows-1252
/// has for it: `Th«ng t­` is TCVN3 and `Há»™i` is UTF-8 so shown.
struct LatinBytes: Sendable {
    private let bytes: [Unicode.Scalar: UInt8]

    /// As Windows-1252 shows bytes, or Latin-1.
    static let windows1252 = LatinBytes(.windows1252)
    /// As a Vietnamese Windows shows them.
    static let windows1258 = LatinBytes(.windows1258)

    private init(_ page: CodePage) {
        var bytes: [Unicode.Scalar: UInt8] = [:]
        for byte in UInt8(0x80)...0xFF {
            var text: [UInt8] = []
            if page.decode([byte], into: &text) == nil,
                let scalar = String(decoding: text, as: UTF8.self).unicodeScalars.first
            {
                bytes[scalar] = byte
            }
        }
        // Programs that follow the web's standard show bytes without a letter as controls, as Latin-1 does.
        for byte in UInt8(0x80)...0x9F { bytes[Unicode.Scalar(byte)] = byte }
        self.bytes = bytes
    }

    func byte(of scalar: Unicode.Scalar) -> UInt8? { bytes[scalar] }

    /// The text with each run of letters that stand for bytes read by `decode`; what stands for none stays.
    /// ASCII is part of runs.
    func decoding(
        _ text: some Collection<UInt8>,
        by decode: (_ run: [UInt8], _ text: inout [UInt8]) -> Void
    ) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var run: [UInt8] = []
        var decoder = UTF8()
        var units = text.makeIterator()
        decoding: while true {
            let scalar: Unicode.Scalar
            switch decoder.decode(&units) {
            case .scalarValue(let value): scalar = value
            case .error: scalar = "\u{FFFD}"
            case .emptyInput: break decoding
            }
            if scalar.value < 0x80 {
                run.append(UInt8(scalar.value))
            } else if let byte = bytes[scalar] {
                run.append(byte)
            } else {
                decode(run, &result)
                run.removeAll(keepingCapacity: true)
                if let units = UTF8.encode(scalar) { result.append(contentsOf: units) }
            }
        }
        decode(run, &result)
        return result
    }

    /// Reads a run as UTF-8; bytes that are none get back the letter that showed them in `page`.
    static func decodeUTF8(_ run: [UInt8], shownBy page: CodePage, into text: inout [UInt8]) {
        run.withUnsafeBytes { raw in
            var position = 0
            while position < raw.count {
                let length = UTF8Survey.length(in: raw, at: position)
                if length > 0 {
                    text.append(contentsOf: raw[position..<(position + length)])
                } else if page.decode([raw[position]], into: &text) != nil {
                    text.removeLast(3)
                    CodePage.latin1.decode([raw[position]], into: &text)
                }
                position += max(1, length)
            }
        }
    }
}
