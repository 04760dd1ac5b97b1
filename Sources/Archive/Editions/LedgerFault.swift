package import Diagnostics

/// What makes a ledger untrustworthy.
package enum LedgerFault: Error, Sendable, Hashable {
    /// The line is none that this program writes.
    case notALedger(line: Int)
    /// Rows of an earlier edition stand after those of a later one, or one edition has two dates.
    case outOfOrder(line: Int)
    /// An edition says two things of one figure.
    case repeated(key: String, line: Int)
    /// A row says what the one before said already.
    case unchanged(key: String, line: Int)
    /// It does not begin with the ledger of the edition before.
    case notContinued
    /// A row that was added names another edition.
    case wrongEdition(key: String, edition: Int)
    /// The edition's `tidy.csv` says otherwise; `nil` where one of them has no such figure.
    case differs(key: String, ledger: String?, figures: String?)

    /// The fault in one sentence without a stop.
    package var message: Bilingual {
        switch self {
        case .notALedger(let line):
            Bilingual(
                vi: "dòng \(line) không phải dòng của sổ số liệu",
                en: "line \(line) is no line of a ledger"
            )
        case .outOfOrder(let line):
            Bilingual(
                vi: "dòng \(line) không theo thứ tự ấn bản",
                en: "line \(line) is not in the order of editions"
            )
        case .repeated(let key, let line):
            Bilingual(
                vi: "dòng \(line): một ấn bản có hai dòng về số “\(key)”",
                en: "line \(line): one edition has two rows of the figure “\(key)”"
            )
        case .unchanged(let key, let line):
            Bilingual(
                vi: "dòng \(line) không đổi gì của số “\(key)”",
                en: "line \(line) changes nothing of the figure “\(key)”"
            )
        case .notContinued:
            Bilingual(
                vi: "sổ không bắt đầu bằng sổ của ấn bản trước",
                en: "the ledger does not begin with that of the edition before"
            )
        case .wrongEdition(let key, let edition):
            Bilingual(
                vi: "dòng mới của số “\(key)” ghi ấn bản v\(edition)",
                en: "the new row of the figure “\(key)” names the edition v\(edition)"
            )
        case .differs(let key, let ledger, let figures):
            Bilingual(
                vi:
                    "số “\(key)” trong sổ là “\(ledger ?? "không có")”, trong tidy.csv là “\(figures ?? "không có")”",
                en:
                    "the figure “\(key)” is “\(ledger ?? "none")” in the ledger, “\(figures ?? "none")” in tidy.csv"
            )
        }
    }
}
