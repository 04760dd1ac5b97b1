import DatasetModel
import Diagnostics
import PeriodModel

/// Decides for the cells of a workbook, all together, whether their letters are those of an old font.
///
/// A workbook is Unicode, but cells in `.VnTime` or `VNI-Times` hold the bytes of TCVN3 or VNI as letters.
struct ReceivedCells {
    /// How the letters are read, and why.
    let encoding: Reading.Setting
    private let hidden: HiddenEncoding?

    /// `joined` is the text of all cells in UTF-8 with a line end between two; `place` gives the cell of an
    /// offset in it. Lost letters and mixed encodings are logged.
    init(
        _ joined: [UInt8],
        path: String,
        pinned: TextEncoding? = nil,
        place: (_ offset: Int) -> Place,
        log: inout DiagnosticLog
    ) {
        let survey = UTF8Survey(joined)
        if let pinned {
            hidden = HiddenEncoding(pinned: pinned)
        } else if survey.isASCII {
            hidden = nil
        } else {
            hidden = HiddenEncoding.found(
                in: joined,
                survey,
                path: path,
                place: place,
                log: &log
            )
        }
        encoding = Reading.Setting(
            name: "encoding",
            value: (hidden?.encoding ?? .utf8).rawValue,
            evidence: hidden?.evidence
                ?? Bilingual(vi: "Sổ tính là Unicode", en: "Workbooks are Unicode"),
            isPinned: pinned != nil
        )
        LostLetters.report(
            in: joined,
            way: nil,
            areSoftHyphensLeft: true,
            survey,
            place: place,
            log: &log
        )
        // Where letters were dropped, the decoded words show it; they stand in the order of the cells.
        guard let hidden else { return }
        let lines = joined.split(separator: Byte.lineFeed, omittingEmptySubsequences: false)
        var decoded: [UInt8] = []
        var starts: [(decoded: Int, joined: Int)] = []
        for line in lines {
            starts.append((decoded.count, line.startIndex))
            decoded += hidden.decoded(line) + [Byte.lineFeed]
        }
        LostLetters.report(
            in: decoded,
            way: hidden.way,
            areSoftHyphensLeft: joined.contains(0xAD),
            survey,
            place: { offset in
                // The last cell that begins at or before the offset.
                var (low, high) = (0, starts.count)
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if starts[middle].decoded <= offset { low = middle } else { high = middle }
                }
                return place(starts[low].joined)
            },
            log: &log
        )
    }

    /// A cell's text as it was meant, in NFC.
    func text(_ cell: [UInt8]) -> [UInt8] {
        if let hidden { return hidden.decoded(cell) }
        return UTF8Survey(cell).mayNeedComposing ? NormalForm.composed(cell) : cell
    }
}
