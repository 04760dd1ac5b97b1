import Diagnostics
package import OpenDataModel
import Vocabulary

/// What the files of published data are, in the words of CSV on the Web (W3C Recommendation of 2015): one
/// group of tables, whose columns, keys and references between them are told.
///
/// `csv-metadata.json` is the name under which readers look for it beside a file.
package func tableMetadata(of data: OpenData) -> [UInt8] {
    let group: [(key: String, value: JSONText)] = [
        (
            "@context",
            .array([
                .string("http://www.w3.org/ns/csvw"),
                .object([("@language", .string(data.language))]),
            ])
        ),
        ("dc:title", .string(data.title)),
        ("dc:description", .string(data.description)),
        ("dc:creator", .string(data.author)),
        ("dc:language", .string(data.language)),
        ("dc:date", .string(data.date.iso)),
        (
            "dialect",
            .object([
                ("encoding", .string("utf-8")), ("delimiter", .string(",")),
                ("quoteChar", .string("\"")), ("header", .bool(true)),
                ("lineTerminators", .array([.string("\r\n")])),
            ])
        ),
        (
            "tables",
            .array(
                [figures(data)] + given(data) + data.lists.map { described($0.list, data) }
                    + data.tables.map { described($0, data) }
            )
        ),
    ]
    return Array((JSONText.object(group).written(indent: 2) + "\n").utf8)
}

private func figures(_ data: OpenData) -> JSONText {
    let key = ["period", "unit", "sector", "indicator", "measure"]
    let columns: [(name: String, type: String)] = [
        ("period", "gYear"), ("unit", "string"), ("sector", "string"), ("indicator", "string"),
        ("measure", "string"), ("value", "decimal"), ("unit_of_measure", "string"),
        ("answers", "nonNegativeInteger"), ("population", "nonNegativeInteger"),
        ("status", "string"),
    ]
    return described(
        "tidy.csv",
        data.title,
        columns: columns.map { column in
            var members: [(key: String, value: JSONText)] = [
                ("name", .string(column.name)), ("titles", .string(column.name)),
                ("dc:description", .string(data.columns[column.name] ?? column.name)),
                ("datatype", .string(column.type)),
            ]
            if column.name == "unit_of_measure" { members.append(neverNull) }
            if column.name != "value" { members.append(("required", .bool(true))) }
            return .object(members)
        },
        key: key,
        references: data.lists.filter { !$0.column.isEmpty }
            .map { ($0.column, $0.list.name, "code") },
        data
    )
}

/// What `given.csv` is, where it is there.
private func given(_ data: OpenData) -> [JSONText] {
    guard let title = data.given else { return [] }
    let columns: [(name: String, type: String)] = [
        ("key", "string"), ("label", "string"), ("value", "decimal"),
        ("unit_of_measure", "string"), ("date", "date"), ("source", "string"),
    ]
    return [
        described(
            "given.csv",
            title,
            columns: columns.map { column in
                var members: [(key: String, value: JSONText)] = [
                    ("name", .string(column.name)), ("titles", .string(column.name)),
                    ("dc:description", .string(data.columns[column.name] ?? column.name)),
                    ("datatype", .string(column.type)), ("required", .bool(true)),
                ]
                if column.name == "unit_of_measure" { members.append(neverNull) }
                return .object(members)
            },
            key: ["key"],
            references: data.lists.filter { $0.column == "unit_of_measure" }
                .map { ($0.column, $0.list.name, "code") },
            data
        )
    ]
}

/// An empty code is a code.
private let neverNull: (key: String, value: JSONText) = ("null", .array([]))

private func described(_ list: CodeList, _ data: OpenData) -> JSONText {
    let key = list.columns.first?.name ?? ""
    return described(
        "\(list.name).csv",
        list.title,
        columns: list.columns.map { column in
            var members: [(key: String, value: JSONText)] = [
                ("name", .string(column.name)), ("titles", .string(column.name)),
                ("dc:description", .string(column.title)),
                ("datatype", .string("string")),
            ]
            let isReference = list.references.contains { $0.column == column.name }
            if column.name == key || isReference {
                members += [neverNull, ("required", .bool(true))]
            }
            return .object(members)
        },
        key: [key],
        references: list.references.map { ($0.column, $0.list, "code") },
        data
    )
}

private func described(_ table: DataTable, _ data: OpenData) -> JSONText {
    var more: [(key: String, value: JSONText)] = []
    let headers = table.columns.filter(\.isRowHeader).map { JSONText.string($0.name) }
    if !headers.isEmpty { more.append(("rowTitles", .array(headers))) }
    var about: [(key: String, value: JSONText)] = []
    if let unit = table.unit { about.append(("schema:unitText", .string(unit))) }
    if let source = table.source { about.append(("dc:source", .string(source))) }
    if !table.notes.isEmpty {
        about.append(("rdfs:comment", .array(table.notes.map(JSONText.string))))
    }
    return described(
        "\(table.name).csv",
        table.title,
        columns: table.columns.map { column in
            var members: [(key: String, value: JSONText)] = [
                ("name", .string(column.name)),
                ("titles", .string(SpreadsheetGuard.added(to: column.title))),
            ]
            switch column.kind {
            case .text: members.append(("datatype", .string("string")))
            case .integer: members.append(("datatype", .string("integer")))
            case .decimal: members.append(("datatype", .string("decimal")))
            }
            if !column.signs.isEmpty {
                let signs = [""] + column.signs.map(SpreadsheetGuard.added)
                members.append(("null", .array(signs.map(JSONText.string))))
            }
            return .object(members)
        },
        key: [],
        references: [],
        more: more,
        about: about,
        data
    )
}

private func described(
    _ file: String,
    _ title: String,
    columns: [JSONText],
    key: [String],
    references: [(column: String, list: String, code: String)],
    more: [(key: String, value: JSONText)] = [],
    about: [(key: String, value: JSONText)] = [],
    _ data: OpenData
) -> JSONText {
    var schema: [(key: String, value: JSONText)] = [("columns", .array(columns))]
    if !key.isEmpty { schema.append(("primaryKey", .array(key.map(JSONText.string)))) }
    if !references.isEmpty {
        schema.append(
            (
                "foreignKeys",
                .array(
                    references.map { reference in
                        .object([
                            ("columnReference", .string(reference.column)),
                            (
                                "reference",
                                .object([
                                    ("resource", .string("\(reference.list).csv")),
                                    ("columnReference", .string(reference.code)),
                                ])
                            ),
                        ])
                    }
                )
            )
        )
    }
    let language = data.language.split(separator: "-").first.map(String.init) ?? data.language
    return .object(
        [
            ("url", .string(file)), ("lang", .string(language)), ("dc:title", .string(title)),
        ] + about + [("tableSchema", .object(schema + more))]
    )
}
