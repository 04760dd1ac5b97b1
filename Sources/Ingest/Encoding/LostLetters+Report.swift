import Diagnostics

extension LostLetters {
    /// Reports what this way of reading is known to lose; with no way, what any text may have lost.
    ///
    /// `areSoftHyphensLeft`: the source still has some of the bytes 0xAD that TCVN3 loses.
    static func report(
        in bytes: [UInt8],
        way: HiddenEncoding.Way?,
        areSoftHyphensLeft: Bool,
        _ survey: UTF8Survey,
        place: (_ offset: Int) -> Place,
        log: inout DiagnosticLog
    ) {
        var found: [LostLetters?] = []
        switch way {
        case nil:
            if survey.replacementCount > 0 { found.append(replaced(in: bytes)) }
            if survey.hasQuestionMark { found.append(questionMarks(in: bytes)) }
        case .bytes(.abc), .bytes(.tcvn5712):
            found.append(softHyphens(in: bytes, areSomeLeft: areSoftHyphensLeft))
        case .bytes: break
        case .twiceBy1252, .twiceBy1258: found.append(halfRead(in: bytes))
        }
        for lost in found.compactMap({ $0 }) {
            guard let first = lost.words.first else { continue }
            let places = lost.words.map { place($0.lowerBound) }
            log.append(
                EncodingFault.lost(
                    lost,
                    word: String(decoding: bytes[first], as: UTF8.self),
                    at: places[0],
                    lines: places.compactMap(\.line)
                )
            )
        }
    }
}
