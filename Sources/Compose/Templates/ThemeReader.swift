package import Diagnostics
import SettingsKit
package import ThemeModel

/// Reads `theme.yaml`; a theme that breaks the ranges of Nghị định 30/2020/NĐ-CP is still read, the
/// office answers for it.
package func readTheme(_ source: SourceText, log: inout DiagnosticLog) -> Theme? {
    readSettingsFile(source, log: &log) { reader in
        let page = reader.mapping("page") { readPage(&$0) }
        let faces = reader.mapping("faces") { readFaces(&$0) }
        let sizes = reader.mapping("sizes") { readSizes(&$0) }
        let spaces = reader.mapping("spaces") { readSpaces(&$0) }
        let colours = reader.mapping("colours") { readColours(&$0) }
        let signing = reader.mapping("signing") { readSigning(&$0) }
        guard let page, let faces, let sizes, let spaces, let colours, let signing else {
            return nil
        }
        return Theme(
            page: page,
            faces: faces,
            sizes: sizes,
            spaces: spaces,
            colours: colours,
            signing: signing
        )
    }
}

extension MappingReader {
    /// A length: a number from 0 to 2000.
    fileprivate mutating func length(_ key: String) -> Double {
        value(
            key,
            expecting: Bilingual(vi: "một số từ 0 đến 2000", en: "a number from 0 to 2000")
        ) { text in Double(text).flatMap { (0...2000).contains($0) ? $0 : nil } } ?? 0
    }

    /// A size of letters: a number from 4 to 72.
    fileprivate mutating func size(_ key: String) -> Double {
        value(
            key,
            expecting: Bilingual(vi: "cỡ chữ từ 4 đến 72", en: "a size from 4 to 72")
        ) { text in Double(text).flatMap { (4...72).contains($0) ? $0 : nil } } ?? 12
    }

    /// A colour such as `#1f4e79`.
    fileprivate mutating func colour(_ key: String) -> Colour {
        value(key, expecting: Self.colourWords, Colour.init(hex:))
            ?? Colour(red: 0, green: 0, blue: 0)
    }

    fileprivate static let colourWords = Bilingual(
        vi: "một màu như \"#1f4e79\"",
        en: "a colour such as \"#1f4e79\""
    )
}

private func readPage(_ reader: inout MappingReader) -> PageGeometry? {
    let page = PageGeometry(
        width: reader.length("width"),
        height: reader.length("height"),
        top: reader.length("top"),
        bottom: reader.length("bottom"),
        left: reader.length("left"),
        right: reader.length("right")
    )
    let width = page.width - page.left - page.right
    let height = page.height - page.top - page.bottom
    if width < 60 || height < 60 {
        reader.report(
            .badSpecification(
                Bilingual(
                    vi: "Lề để lại chưa tới 60 mm cho nội dung.",
                    en: "The margins leave less than 60 mm for content."
                ),
                at: reader.place
            )
        )
    }
    return page
}

private func readFaces(_ reader: inout MappingReader) -> FaceFiles? {
    FaceFiles(
        family: reader.text("family"),
        regular: reader.text("regular"),
        bold: reader.text("bold"),
        italic: reader.text("italic"),
        boldItalic: reader.text("bold_italic")
    )
}

private func readSizes(_ reader: inout MappingReader) -> TextSizes? {
    TextSizes(
        body: reader.size("body"),
        heading: reader.size("heading"),
        recipientsLabel: reader.size("recipients_label"),
        recipients: reader.size("recipients"),
        table: reader.size("table"),
        wideTable: reader.size("wide_table"),
        caption: reader.size("caption"),
        note: reader.size("note"),
        chart: reader.size("chart")
    )
}

private func readSpaces(_ reader: inout MappingReader) -> Spaces? {
    Spaces(
        indent: reader.length("indent"),
        paragraph: reader.length("paragraph"),
        line: reader.length("line")
    )
}

private func readSigning(_ reader: inout MappingReader) -> SigningRoom? {
    SigningRoom(
        signature: reader.length("signature"),
        seal: reader.length("seal"),
        attachmentWidth: reader.length("attachment_width"),
        attachmentHeight: reader.length("attachment_height")
    )
}

private func readColours(_ reader: inout MappingReader) -> Colours? {
    let series = reader.nodes("series").compactMap {
        reader.value(of: $0, expecting: MappingReader.colourWords, Colour.init(hex:))
    }
    checkSeries(series, &reader)
    return Colours(
        text: reader.colour("text"),
        secondaryText: reader.colour("secondary_text"),
        rule: reader.colour("rule"),
        faintRule: reader.colour("faint_rule"),
        headFill: reader.colour("head_fill"),
        totalFill: reader.colour("total_fill"),
        series: series,
        negative: reader.colour("negative")
    )
}

/// Two series are told apart by the first two colours, more of them by shades of the first: refused when a
/// grey copy would show no difference.
private func checkSeries(_ series: [Colour], _ reader: inout MappingReader) {
    if series.count < 2 {
        reader.report(
            .badSpecification(
                Bilingual(
                    vi: "Cần ít nhất hai màu để phân biệt hai dãy số trong biểu đồ.",
                    en: "Charts need at least two colours to tell two series apart."
                ),
                at: reader.place(of: "series")
            )
        )
    } else if abs(series[0].lightness - series[1].lightness) < Colour.visibleStep {
        reader.report(
            .badSpecification(
                Bilingual(
                    vi: "Hai màu đầu đậm nhạt gần như nhau, in đen trắng không phân biệt được.",
                    en: "The first two colours are about as dark; a grey copy shows no difference."
                ),
                hint: Bilingual(
                    vi: "Chọn một màu đậm, một màu nhạt hơn rõ rệt.",
                    en: "Take a dark one and one that is clearly lighter."
                ),
                at: reader.place(of: "series")
            )
        )
    }
}
