import Diagnostics
import PeriodModel

/// Decides on a file's encoding and decodes it.
struct TextDecoding {
    /// UTF-8 in NFC, the encoding's name, and what speaks for it.
    struct Text {
        var bytes: [UInt8]
        var encoding: String
        var evidence: Bilingual
    }

    let path: String
    let source: [UInt8]
    private let pinned: TextEncoding?
    let isLenient: Bool
    var log = DiagnosticLog()

    static let given = Bilingual(vi: "Do người dùng chọn", en: "Given")
    /// A file is UTF-8 with faults when it has at least so many right letters for each wrong place. Text of a
    /// code page rarely has any letter that is UTF-8 by chance.
    private static let rightForEachWrong = 2

    init(_ source: SourceText, pinned: TextEncoding?, isLenient: Bool) {
        path = source.path
        self.source = source.bytes
        self.pinned = pinned
        self.isLenient = isLenient
    }

    /// The text; `nil` when there is none, with the reason in `log`.
    mutating func text() -> Text? {
        switch pinned {
        case .utf16LittleEndian: return utf16Text(isBigEndian: false, Self.given)
        case .utf16BigEndian: return utf16Text(isBigEndian: true, Self.given)
        default: break
        }
        let survey = UTF8Survey(source)
        if pinned == nil, survey.hasZero || source.first == 0xFF || source.first == 0xFE,
            let order = UTF16Text.order(of: source)
        {
            return utf16Text(isBigEndian: order.isBigEndian, Self.evidence(of: order))
        }
        if survey.hasZero,
            !isLenient || source.count(where: { $0 == 0 }) > max(2, source.count / 50)
                || hasManyControls
        {
            log.append(FileFault.notText(.binary, path: path))
            return nil
        }
        if let pinned, let reading = ByteReading(pinned) {
            if survey.isValid, !survey.isASCII, let hidden = HiddenEncoding(pinned: pinned) {
                return unicodeText(source, survey, encoding: pinned.rawValue, Self.given, hidden)
            }
            return byteText(reading, survey, Self.given)
        }
        if survey.isValid { return utf8Text(source, survey) }
        let isUTF8 =
            survey.longLetterCount >= Self.rightForEachWrong * survey.invalidPlaceCount
            || pinned != nil || source.starts(with: Self.mark)
        return isUTF8 ? faultyText(survey) : contestedText(survey)
    }

    // MARK: Unicode

    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func evidence(of order: (isBigEndian: Bool, hasMark: Bool)) -> Bilingual {
        order.hasMark
            ? Bilingual(
                vi: "Tệp mở đầu bằng dấu của UTF-16",
                en: "The file begins with the mark of UTF-16"
            )
            : Bilingual(
                vi: "Byte 0 đứng xen kẽ ở một phía, như chữ ASCII trong UTF-16",
                en: "Zero bytes stand on one side, as for ASCII letters in UTF-16"
            )
    }

    private mutating func utf16Text(isBigEndian: Bool, _ evidence: Bilingual) -> Text? {
        let encoding: TextEncoding = isBigEndian ? .utf16BigEndian : .utf16LittleEndian
        let (bytes, firstInvalid, count) = UTF16Text.decode(source, isBigEndian: isBigEndian)
        if let firstInvalid {
            log.append(
                EncodingFault.halfUnit(
                    count: count,
                    encoding: encoding.rawValue,
                    at: place(of: firstInvalid, in: bytes)
                )
            )
            guard isLenient else { return nil }
        }
        let survey = UTF8Survey(bytes)
        return unicodeText(bytes, survey, encoding: encoding.rawValue, evidence)
    }

    private mutating func utf8Text(_ bytes: [UInt8], _ survey: UTF8Survey) -> Text? {
        let isMarked = bytes.starts(with: Self.mark)
        let encoding: TextEncoding = isMarked ? .utf8Marked : .utf8
        let evidence: Bilingual =
            if pinned != nil {
                Self.given
            } else if isMarked {
                Bilingual(
                    vi: "Tệp mở đầu bằng dấu của UTF-8 (EF BB BF)",
                    en: "The file begins with the mark of UTF-8 (EF BB BF)"
                )
            } else if survey.isASCII {
                Bilingual(vi: "Tệp chỉ có ký tự ASCII", en: "All bytes are ASCII")
            } else {
                Bilingual(
                    vi: "Mọi byte đều là UTF-8 hợp lệ (\(survey.longLetterCount) chữ ngoài ASCII)",
                    en: "All bytes are valid UTF-8 (\(survey.longLetterCount) letters beyond ASCII)"
                )
            }
        let text = isMarked ? Array(bytes.dropFirst(3)) : bytes
        let hidden = pinned == .utf8Twice ? HiddenEncoding(pinned: .utf8Twice) : nil
        return unicodeText(
            text,
            survey,
            encoding: (pinned ?? encoding).rawValue,
            evidence,
            hidden
        )
    }

    /// Text of valid UTF-8: looks for another encoding inside it, composes it, looks for lost letters.
    private mutating func unicodeText(
        _ bytes: [UInt8],
        _ survey: UTF8Survey,
        encoding: String,
        _ evidence: Bilingual,
        _ given: HiddenEncoding? = nil
    ) -> Text {
        var text = Text(bytes: bytes, encoding: encoding, evidence: evidence)
        var isComposed = !survey.mayNeedComposing
        if let given {
            text.bytes = given.decoded(bytes)
            isComposed = true
            reportLosses(in: text.bytes, way: given.way, survey)
        } else if pinned == nil, !survey.isASCII {
            // A file may have been read wrongly twice.
            for _ in 0..<2 {
                guard let hidden = hiddenEncoding(of: text.bytes, survey) else { break }
                text.bytes = hidden.decoded(text.bytes)
                isComposed = true
                if text.encoding == encoding {
                    text.encoding = hidden.encoding.rawValue
                    text.evidence = hidden.evidence
                }
                reportLosses(in: text.bytes, way: hidden.way, survey)
            }
        }
        if !isComposed {
            text.bytes = NormalForm.composed(text.bytes)
        }
        reportLosses(in: text.bytes, way: nil, survey)
        return text
    }

    private mutating func hiddenEncoding(of bytes: [UInt8], _ survey: UTF8Survey) -> HiddenEncoding?
    {
        HiddenEncoding.found(
            in: bytes,
            survey,
            path: path,
            place: { [path] in Self.place(of: $0, in: bytes, path: path) },
            log: &log
        )
    }

    private mutating func faultyText(_ survey: UTF8Survey) -> Text? {
        if let first = survey.firstInvalidByte {
            log.append(
                EncodingFault.invalid(
                    byte: source[first],
                    count: survey.invalidCount,
                    encoding: TextEncoding.utf8.rawValue,
                    at: place(of: first, in: source)
                )
            )
        }
        guard isLenient else { return nil }
        let bytes = utf8Replacing(invalidBytesOf: source)
        let text = bytes.starts(with: Self.mark) ? Array(bytes.dropFirst(3)) : bytes
        let evidence = Bilingual(
            vi: "\(survey.longLetterCount) chữ là UTF-8, \(survey.invalidCount) byte thì không",
            en: "\(survey.longLetterCount) letters are UTF-8, \(survey.invalidCount) bytes are not"
        )
        return Text(
            bytes: survey.mayNeedComposing ? NormalForm.composed(text) : text,
            encoding: (pinned ?? .utf8).rawValue,
            evidence: pinned == nil ? evidence : Self.given
        )
    }

    // MARK: Code pages

    private mutating func contestedText(_ survey: UTF8Survey) -> Text? {
        let sample = WordSample(
            source,
            firstHighByte: survey.firstHighByte,
            controlsAreLetters: true
        )
        let contest = ByteContest(sample)
        if !contest.isProved {
            if hasManyControls {
                log.append(FileFault.notText(.binary, path: path))
                return nil
            }
            if let foreign = ForeignText(
                source,
                firstHighByte: survey.firstHighByte,
                words: sample.words
            ) {
                return Text(
                    bytes: NormalForm.composed(foreign.bytes),
                    encoding: foreign.name,
                    evidence: foreign.evidence
                )
            }
            // Only Latin-1 has anything, if only controls, for each byte.
            if isLenient, source.contains(where: { CodePage.windows1252.letters[Int($0)] == 0 }) {
                reportDoubt(.latin1, rival: .windows1252)
                return byteText(.latin1, survey, contest.evidence)
            }
        }
        // Some letters are UTF-8 and many are not.
        let mayBeUTF8 = !contest.isProved && survey.longLetterCount * 2 > survey.invalidPlaceCount
        if let rival = mayBeUTF8 ? .utf8 : contest.rival?.encoding {
            reportDoubt(contest.reading.encoding, rival: rival)
        }
        return byteText(contest.reading, survey, contest.evidence)
    }

    /// Whether control characters other than those that end lines and separate cells are as frequent as in
    /// what is no text at all; one that separates cells is allowed.
    private var hasManyControls: Bool {
        var counts = [Int](repeating: 0, count: 32)
        for byte in source.prefix(1 << 16) where byte < Byte.blank { counts[Int(byte)] += 1 }
        for byte in [Byte.tab, Byte.lineFeed, Byte.carriageReturn, 0x0C] { counts[Int(byte)] = 0 }
        let others = counts.reduce(0, +) - (counts.max() ?? 0)
        return others * 20 > min(source.count, 1 << 16)
    }

    private mutating func reportDoubt(_ encoding: TextEncoding, rival: TextEncoding) {
        log.append(
            EncodingFault.doubtful(encoding.rawValue, rival: rival.rawValue, path: path)
        )
    }

    private mutating func byteText(
        _ reading: ByteReading,
        _ survey: UTF8Survey,
        _ evidence: Bilingual
    ) -> Text? {
        let encoding = (pinned ?? reading.encoding).rawValue
        var bytes: [UInt8] = []
        bytes.reserveCapacity(source.count + source.count / 2)
        if let undefined = reading.decode(source, into: &bytes) {
            let count = source.count { reading.decoded([$0]) == [0xEF, 0xBF, 0xBD] }
            // Line and column are those of the text before the byte.
            let before = reading.decoded(source[..<undefined]) + [0]
            log.append(
                EncodingFault.invalid(
                    byte: source[undefined],
                    count: count,
                    encoding: encoding,
                    at: place(of: before.count - 1, in: before)
                )
            )
            guard isLenient else { return nil }
        }
        switch reading {
        case .windows1258: bytes = NormalForm.composed(bytes)
        case .tcvn5712, .abc:
            // Tones apart from their vowels are rare there.
            if source.contains(where: { (0xB0...0xB4).contains($0) }) {
                bytes = NormalForm.composed(bytes)
            }
        case .windows1252, .latin1, .vni, .viscii, .vps: break
        }
        reportLosses(in: bytes, way: .bytes(reading), survey)
        reportLosses(in: bytes, way: nil, survey)
        return Text(bytes: bytes, encoding: encoding, evidence: evidence)
    }

    private mutating func reportLosses(
        in bytes: [UInt8],
        way: HiddenEncoding.Way?,
        _ survey: UTF8Survey
    ) {
        LostLetters.report(
            in: bytes,
            way: way,
            areSoftHyphensLeft: source.contains(0xAD),
            survey,
            place: { [path] in Self.place(of: $0, in: bytes, path: path) },
            log: &log
        )
    }

    func place(of offset: Int, in bytes: [UInt8]) -> Place {
        Self.place(of: offset, in: bytes, path: path)
    }

    private static func place(of offset: Int, in bytes: [UInt8], path: String) -> Place {
        textPlace(ofByte: offset, in: bytes, path: path, from: 0, line: 1, cell: nil)
    }
}
