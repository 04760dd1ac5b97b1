import DocumentModel

extension Page {
    /// The place of a figure's source; letters that addresses do not carry as they are become numbers.
    static func sourceAnchor(_ key: String) -> String {
        var anchor = "--"
        for byte in key.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "="), UInt8(ascii: "@"):
                anchor.unicodeScalars.append(Unicode.Scalar(byte))
            default: anchor += "-" + String(byte, radix: 16)
            }
        }
        return anchor
    }

    /// What each figure is and what is behind it; links from the figures lead here.
    func write(_ sources: FigureSources, to markup: inout Markup) {
        let title = "--sources"
        markup.element(.section, [.style("sources"), .labelled(by: title)]) { section in
            section.element(.h2, [.id(title)], text: sources.title)
            section.element(.div, text: sources.introduction)
            section.element(.dl) { list in
                for entry in sources.entries {
                    list.element(.div, [.id(Self.sourceAnchor(entry.key))]) {
                        write(entry, of: sources, to: &$0)
                    }
                }
            }
        }
    }

    private func write(
        _ entry: FigureSources.Entry,
        of sources: FigureSources,
        to markup: inout Markup
    ) {
        let value = entry.value.isEmpty ? "" : " = \(entry.value)"
        markup.element(.dt, text: entry.key + value)
        markup.element(.dd, text: entry.definition)
        markup.element(.dd, text: "\(sources.formulaLabel) \(entry.formula)")
        markup.element(.dd, text: "\(sources.rowsLabel) \(entry.rows)")
    }
}
