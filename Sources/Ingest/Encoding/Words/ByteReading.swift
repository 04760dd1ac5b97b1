import PeriodModel

/// The ways to read bytes that are not UTF-8, in the order in which equals are preferred.
enum ByteReading: CaseIterable {
    case windows1252
    case windows1258
    case abc
    case vni
    case tcvn5712
    case viscii
    case vps
    case latin1

    /// Those that compete; Latin-1 has no letter that Windows-1252 lacks.
    static let vietnamese: [ByteReading] = [
        .windows1252, .windows1258, .abc, .vni, .tcvn5712, .viscii, .vps,
    ]

    init?(_ encoding: TextEncoding) {
        switch encoding {
        case .windows1258: self = .windows1258
        case .windows1252: self = .windows1252
        case .latin1: self = .latin1
        case .viscii: self = .viscii
        case .tcvn3: self = .abc
        case .vni: self = .vni
        case .vps: self = .vps
        case .utf8, .utf8Marked, .utf16LittleEndian, .utf16BigEndian, .utf8Twice: return nil
        }
    }

    var encoding: TextEncoding {
        switch self {
        case .windows1252: .windows1252
        case .windows1258: .windows1258
        case .abc, .tcvn5712: .tcvn3
        case .vni: .vni
        case .viscii: .viscii
        case .vps: .vps
        case .latin1: .latin1
        }
    }

    /// Appends the text of the bytes; returns the offset of the first that mean nothing.
    @discardableResult
    func decode(_ bytes: some Collection<UInt8>, into text: inout [UInt8]) -> Int? {
        switch self {
        case .windows1252: CodePage.windows1252.decode(bytes, into: &text)
        case .windows1258: CodePage.windows1258.decode(bytes, into: &text)
        case .abc: CodePage.abc.decode(bytes, into: &text)
        case .vni: VNIText.decode(bytes, into: &text)
        case .tcvn5712: CodePage.tcvn5712.decode(bytes, into: &text)
        case .viscii: CodePage.viscii.decode(bytes, into: &text)
        case .vps: CodePage.vps.decode(bytes, into: &text)
        case .latin1: CodePage.latin1.decode(bytes, into: &text)
        }
    }

    func decoded(_ bytes: some Collection<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        decode(bytes, into: &text)
        return text
    }

    /// A word as it would be read, to be judged: with U+FFFD for marks of VNI that have no vowel.
    func trial(_ word: some Collection<UInt8>) -> [UInt8] {
        guard self == .vni else { return decoded(word) }
        var text: [UInt8] = []
        VNIText.decode(word, into: &text, isStrict: true)
        return text
    }
}
