package import Diagnostics
package import PeriodModel

/// A record of Nghị định 30/2020/NĐ-CP, Phụ lục VI: fields in the order of its table, some in groups.
package struct Record: Sendable, Hashable {
    /// The outermost element.
    package var name: String
    package var parts: [Part]

    /// A field with its value, or fields under a common name.
    package indirect enum Part: Sendable, Hashable {
        case field(RecordField, RecordValue)
        case group(String, [Part])
    }

    package init(name: String, parts: [Part]) {
        self.name = name
        self.parts = parts
    }
}

/// The value of a field, and where a person sets it.
package struct RecordValue: Sendable, Hashable {
    /// Empty when it is not known.
    package var text: String
    /// Key of `report.yaml`, such as `agency.number`.
    package var key: String

    package init(_ text: String, key: String) {
        self.text = text
        self.key = key
    }

    /// `nil` is an unknown value.
    package init(_ text: String?, key: String) {
        self.init(text ?? "", key: key)
    }

    /// What nobody says.
    package static let unknown = RecordValue("", key: "archive_record")
}

extension Record {
    /// Whatever does not fit its field; `file` is where the values are set.
    package func faults(in file: String) -> [Diagnostic] {
        Self.fields(of: parts).compactMap { field, value in
            field.fault(in: value.text)?.diagnostic(
                of: value.text,
                in: field,
                key: value.key,
                at: Place(file: file)
            )
        }
    }

    /// Names of those among `fields` that have no value.
    package func empty(among fields: [RecordField]) -> [String] {
        Self.fields(of: parts).filter { fields.contains($0.0) && $0.1.text.isEmpty }.map(\.0.name)
    }

    private static func fields(of parts: [Part]) -> [(RecordField, RecordValue)] {
        parts.flatMap { part in
            switch part {
            case .field(let field, let value): [(field, value)]
            case .group(_, let parts): fields(of: parts)
            }
        }
    }
}
