import PeriodModel
import Vocabulary

extension PeriodSettings {
    /// The agency's name, its province on a line of its own, as letterheads break it.
    var agencyLines: [String] {
        let name = agency.name
        let place = " \(province.title)"
        guard name.hasSuffix(place), name.count > place.count else { return [name] }
        return [String(name.dropLast(place.count)), province.title]
    }
}

extension Agency {
    /// The symbol without the kind of document before it: `LMHTX` of `BC-LMHTX`.
    var issuer: String {
        symbol.firstIndex(of: "-").map { String(symbol[symbol.index(after: $0)...]) } ?? symbol
    }

    /// Authority and position above the signature, in capitals.
    var positionLines: [String] {
        // `KT. CHỦ TỊCH` stands above the signer's own position only when both are given.
        let lines = [authority, position].compactMap { $0?.uppercased() }
        return lines.count == 2 ? [lines.joined(separator: " ")] : lines
    }
}

/// Nơi nhận as printed: each line with a dash, `;` and a stop at the end.
func recipientLines(_ recipients: [String]) -> [String] {
    recipients.enumerated().map { index, recipient in
        "- \(recipient)" + (index == recipients.count - 1 ? "." : ";")
    }
}

extension Order.Words {
    /// `ngày 05 tháng 01 năm 2021`, or with blanks to be written in by hand.
    func dateText(_ date: CalendarDate?) -> String {
        let blank = "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}"
        guard let date else { return "\(day)\(blank)\(month)\(blank)\(year)\(blank)\u{A0}" }
        return "\(day) \(date.paddedDay) \(month) \(date.paddedMonth) \(year) \(date.year)"
    }
}
