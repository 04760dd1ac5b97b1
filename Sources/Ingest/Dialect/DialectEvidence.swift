import DatasetModel
import Diagnostics
import PeriodModel

extension DialectCompetition {
    /// What was chosen, each setting with its reason.
    func settings() -> [Reading.Setting] {
        [delimiter, quote, escape, lineEnd, comment].compactMap { $0 }
    }

    private static let given = Bilingual(vi: "do người dùng chỉ định", en: "given by the user")

    private var delimiter: Reading.Setting {
        let (dialect, score) = (winner.dialect, winner.score)
        let value = String(decoding: dialect.delimiter, as: UTF8.self)
        if pins.delimiter != nil {
            return .init(name: "delimiter", value: value, evidence: Self.given, isPinned: true)
        }
        if isDeclared {
            return .init(
                name: "delimiter",
                value: value,
                evidence: Bilingual(
                    vi: "dòng đầu tệp nêu dấu phân cách (sep=)",
                    en: "the first line says the delimiter (sep=)"
                )
            )
        }
        guard score.width > 1 else {
            return .init(
                name: "delimiter",
                value: value,
                evidence: Bilingual(
                    vi: "bảng một cột: không ký tự nào chia các dòng thành số ô như nhau",
                    en: "one column: no character cuts the lines into the same number of cells"
                )
            )
        }
        var vi = "\(score.regular)/\(score.rows) dòng có \(score.width) ô"
        var en = "\(score.regular) of \(score.rows) lines have \(score.width) cells"
        if score.headings > 0 {
            vi += ", \(score.headings) ô là tên cột của biểu mẫu"
            en += ", \(score.headings) are headings of the form"
        }
        if let runnerUp, runnerUp.score.width > 1 {
            let name = shown(runnerUp.dialect.delimiter)
            let other = runnerUp.score
            vi += "; với \(name.vi) chỉ \(other.regular) dòng có \(other.width) ô"
            en += "; with \(name.en) \(other.regular) lines have \(other.width)"
        }
        return .init(name: "delimiter", value: value, evidence: Bilingual(vi: vi, en: en))
    }

    private var quote: Reading.Setting {
        let score = winner.score
        let mark = winner.dialect.quote.map { String(decoding: [$0], as: UTF8.self) }
        if pins.quote != nil {
            return .init(name: "quote", value: mark, evidence: Self.given, isPinned: true)
        }
        guard let mark, score.quotedCells > 0 else {
            return .init(
                name: "quote",
                value: nil,
                evidence: Bilingual(vi: "không ô nào nằm trong dấu nháy", en: "no cell is quoted")
            )
        }
        return .init(
            name: "quote",
            value: mark,
            evidence: Bilingual(
                vi: "\(score.quotedCells) ô nằm trong dấu \(mark)",
                en: "\(score.quotedCells) cells are enclosed in \(mark)"
            )
        )
    }

    private var escape: Reading.Setting {
        let (dialect, score) = (winner.dialect, winner.score)
        let mark = dialect.escape.map { String(decoding: [$0], as: UTF8.self) }
        if pins.escape != nil {
            return .init(name: "escape", value: mark, evidence: Self.given, isPinned: true)
        }
        guard let mark, score.escapedQuotes > 0 else {
            return .init(
                name: "escape",
                value: nil,
                evidence: Bilingual(
                    vi: "không có dấu nháy nào bên trong ô được viết đôi hay đánh dấu",
                    en: "no quote inside a cell is doubled or marked"
                )
            )
        }
        return .init(
            name: "escape",
            value: mark,
            evidence: dialect.escape == dialect.quote
                ? Bilingual(
                    vi: "dấu nháy bên trong \(score.escapedQuotes) ô được viết đôi",
                    en: "quotes inside \(score.escapedQuotes) cells are doubled"
                )
                : Bilingual(
                    vi: "dấu nháy bên trong \(score.escapedQuotes) ô có \(mark) đứng trước",
                    en: "quotes inside \(score.escapedQuotes) cells have \(mark) before them"
                )
        )
    }

    private var lineEnd: Reading.Setting {
        let end = winner.dialect.lineEnd
        if winner.dialect.onlyLineEnd != nil {
            return .init(
                name: "line_end",
                value: end.rawValue,
                evidence: Bilingual(vi: "đã khai trong thiết lập", en: "given in the settings"),
                isPinned: true
            )
        }
        return .init(
            name: "line_end",
            value: end.rawValue,
            evidence: end == .mixed
                ? Bilingual(
                    vi: "các dòng kết thúc không giống nhau",
                    en: "lines end in different ways"
                )
                : Bilingual(
                    vi: "mọi dòng kết thúc bằng \(end.rawValue.uppercased())",
                    en: "each line ends with \(end.rawValue.uppercased())"
                )
        )
    }

    private var comment: Reading.Setting? {
        if let pinned = pins.comment {
            return .init(
                name: "comment",
                value: pinned.value,
                evidence: Self.given,
                isPinned: true
            )
        }
        guard let comment = winner.dialect.comment else { return nil }
        let mark = String(decoding: comment, as: UTF8.self)
        return .init(
            name: "comment",
            value: mark,
            evidence: Bilingual(
                vi: "chỉ các dòng đầu tệp bắt đầu bằng \(mark)",
                en: "the first lines of the file begin with \(mark), no other does"
            )
        )
    }

    private func shown(_ delimiter: [UInt8]) -> Bilingual {
        switch delimiter {
        case [Byte.tab]: Bilingual(vi: "dấu tab", en: "tab")
        case [Byte.blank]: Bilingual(vi: "dấu cách", en: "a blank")
        default:
            Bilingual(
                vi: "“\(String(decoding: delimiter, as: UTF8.self))”",
                en: "“\(String(decoding: delimiter, as: UTF8.self))”"
            )
        }
    }
}
