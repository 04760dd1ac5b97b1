package import Diagnostics

extension EditionDifference {
    /// Changes of one kind as a table for people.
    struct Table {
        var title: Bilingual
        var heading: [Bilingual]
        var rows: [[String]]
    }

    /// What differs, kind by kind; kinds without a difference are left out.
    func tables(in language: Language) -> [Table] {
        [
            Table(
                title: Bilingual(vi: "Số liệu", en: "Figures"),
                heading: [.key, .old, .new, .change],
                rows: figures.sorted { $0.isBroader(than: $1) }.map { change in
                    [
                        change.key, Self.text(change.old, beside: change.new),
                        Self.text(change.new, beside: change.old),
                        change.kind.words.text(in: language),
                    ]
                }
            ),
            Table(
                title: Bilingual(vi: "Dòng số liệu", en: "Rows"),
                heading: [.file, .row, .column, .old, .new, .change],
                rows: rows.flatMap { Self.rows(of: $0, language) }
            ),
            Table(
                title: Bilingual(vi: "Lời văn", en: "Texts"),
                heading: [.file, .line, .change, .text],
                rows: texts.flatMap { file -> [[String]] in
                    let none = [file.file, "", "", Bilingual.notCompared.text(in: language)]
                    return file.changes.isEmpty
                        ? [none]
                        : file.changes.map {
                            let kind: FileChange.Kind = $0.isAdded ? .added : .removed
                            return [
                                file.file, String($0.line), kind.words.text(in: language), $0.text,
                            ]
                        }
                }
            ),
            Table(
                title: Bilingual(vi: "Thiết lập", en: "Settings"),
                heading: [.file, .key, .old, .new],
                rows: settings.flatMap { file in
                    file.changes.map { [file.file, $0.path, $0.old ?? "–", $0.new ?? "–"] }
                }
            ),
            Table(
                title: Bilingual(vi: "Tệp", en: "Files"),
                heading: [.file, .change],
                rows: files.map { [$0.path, $0.kind.words.text(in: language)] }
            ),
        ].filter { !$0.rows.isEmpty }
    }

    private static func rows(of file: InFile<RowChange>, _ language: Language) -> [[String]] {
        guard !file.changes.isEmpty else {
            return [[file.file, "", "", "", "", Bilingual.notCompared.text(in: language)]]
        }
        return file.changes.flatMap { row -> [[String]] in
            row.cells.map {
                [
                    file.file, row.identifier, $0.heading, $0.old, $0.new,
                    row.kind.words.text(in: language),
                ]
            }
        }
    }

    /// The value; with its unit of measure where that is another one, with n/N where only that changed.
    private static func text(_ figure: PublishedFigure?, beside other: PublishedFigure?) -> String {
        guard let figure else { return "–" }
        var text = figure.value.isEmpty ? "(\(figure.status))" : figure.value
        if let other {
            if figure.unitOfMeasure != other.unitOfMeasure { text += " \(figure.unitOfMeasure)" }
            if figure.saysTheSame(as: other) {
                text += " (n/N \(figure.answers)/\(figure.population))"
            }
        }
        return text
    }
}

extension FigureChange.Kind {
    fileprivate var words: Bilingual {
        switch self {
        case .added: Bilingual(vi: "mới", en: "new")
        case .withdrawn: Bilingual(vi: "không còn", en: "withdrawn")
        case .changed: Bilingual(vi: "thay đổi", en: "changed")
        case .coverage: Bilingual(vi: "đổi số đơn vị trả lời", en: "other answers")
        }
    }
}

extension FileChange.Kind {
    fileprivate var words: Bilingual {
        switch self {
        case .added: Bilingual(vi: "thêm", en: "added")
        case .removed: Bilingual(vi: "bỏ", en: "removed")
        case .changed: Bilingual(vi: "thay đổi", en: "changed")
        }
    }
}

extension Bilingual {
    fileprivate static let key = Bilingual(vi: "Khóa", en: "Key")
    fileprivate static let old = Bilingual(vi: "Trước", en: "Old")
    fileprivate static let new = Bilingual(vi: "Sau", en: "New")
    fileprivate static let change = Bilingual(vi: "Thay đổi", en: "Change")
    fileprivate static let file = Bilingual(vi: "Tệp", en: "File")
    fileprivate static let row = Bilingual(vi: "Dòng", en: "Row")
    fileprivate static let column = Bilingual(vi: "Cột", en: "Column")
    fileprivate static let line = Bilingual(vi: "Dòng", en: "Line")
    fileprivate static let text = Bilingual(vi: "Nội dung", en: "Text")
    fileprivate static let notCompared = Bilingual(
        vi: "có thay đổi, không so sánh được bên trong",
        en: "changed; what is in it cannot be compared"
    )
    fileprivate static let equal = Bilingual(vi: "Không khác nhau.", en: "No difference.")
}

extension EditionDifference {
    /// For a terminal: a heading for each kind, a line for each change.
    package func text(in language: Language) -> String {
        let tables = tables(in: language)
        guard !tables.isEmpty else { return Bilingual.equal.text(in: language) + "\n" }
        return tables.map { table in
            let title = "\(table.title.text(in: language)) (\(table.rows.count))\n"
            return title
                + table.rows.map { row in
                    "    " + row.filter { !$0.isEmpty }.map(\.onOneLine).joined(separator: "  ")
                        + "\n"
                }.joined()
        }.joined(separator: "\n")
    }

    /// A page of its own; `name` of the two sides stands in its heading.
    package func html(of old: String, _ new: String, in language: Language) -> String {
        let title = "\(old) → \(new)".escaped
        var page = """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            body { font-family: "Liberation Sans", Arial, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1b1b1b; background: #fff; }
            h1 { font-size: 1.3rem; overflow-wrap: anywhere; } h2 { font-size: 1.1rem; margin-top: 2rem; }
            table { border-collapse: collapse; width: 100%; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
            th, td { border-bottom: 1px solid #b8b8b8; padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
            thead th { border-bottom: 2px solid #1b1b1b; overflow-wrap: normal; }
            tbody th { font-weight: normal; }
            @media (max-width: 40rem) { th, td { padding: 0.3rem 0.25rem; } table { font-size: 0.75rem; } }
            @media print { body { margin: 0; max-width: none; } tr { break-inside: avoid; } }
            </style>
            </head>
            <body>
            <h1>\(title)</h1>

            """
        let tables = tables(in: language)
        if tables.isEmpty { page += "<p>\(Bilingual.equal.text(in: language).escaped)</p>\n" }
        for table in tables {
            page += "<h2>\(table.title.text(in: language).escaped) (\(table.rows.count))</h2>\n"
            page += "<table>\n<thead><tr>"
            for cell in table.heading {
                page += "<th scope=\"col\">\(cell.text(in: language).escaped)</th>"
            }
            page += "</tr></thead>\n<tbody>\n"
            for row in table.rows {
                page += "<tr><th scope=\"row\">\((row.first ?? "").breakable)</th>"
                page += row.dropFirst().map { "<td>\($0.escaped)</td>" }.joined() + "</tr>\n"
            }
            page += "</tbody>\n</table>\n"
        }
        return page + "</body>\n</html>\n"
    }
}

extension String {
    /// Without characters that move a terminal's cursor.
    fileprivate var onOneLine: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map {
                    $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) ? "␣" : $0
                }
            )
        )
    }

    /// As text of a page that may go on in another line after a dot, slash or line below, as keys and paths do.
    fileprivate var breakable: String {
        var text = ""
        for character in escaped {
            text.append(character)
            if "./_".contains(character) { text += "<wbr>" }
        }
        return text
    }

    /// As text of a page.
    fileprivate var escaped: String {
        var text = ""
        for character in unicodeScalars {
            switch character {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            default: text.unicodeScalars.append(character)
            }
        }
        return text
    }
}
