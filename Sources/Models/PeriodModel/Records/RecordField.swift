import Vocabulary

/// A field of the records with which archives take documents and files, as Nghị định 30/2020/NĐ-CP
/// (Phụ lục VI, Phần II) names, types and limits it.
package struct RecordField: Sendable, Hashable {
    /// What its values may be.
    package enum Kind: Sendable, Hashable {
        case text
        /// Digits alone.
        case number
        /// A day in ISO 8601.
        case date
    }

    /// The element in XML.
    package var name: String
    package var kind: Kind
    /// Letters (Unicode scalars) or digits at most; `nil` where the table sets no limit.
    package var limit: Int?

    init(_ name: String, _ kind: Kind, _ limit: Int?) {
        self.name = name
        self.kind = kind
        self.limit = limit
    }
}

extension RecordField {
    /// Why a value does not fit.
    package enum Fault: Sendable, Hashable {
        /// It has so many letters or digits.
        case tooLong(Int)
        case notNumber
        case notDate
        /// No XML file can hold this character.
        case forbidden(UInt32)
    }

    /// The first reason why `text` does not fit; empty text is an unknown value, which always fits.
    package func fault(in text: String) -> Fault? {
        guard !text.isEmpty else { return nil }
        let scalars = text.unicodeScalars
        if let scalar = scalars.first(where: { !Self.isXML($0) }) {
            return .forbidden(scalar.value)
        }
        switch kind {
        case .text: break
        case .number:
            guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return .notNumber }
        case .date:
            guard CalendarDate(iso: text) != nil else { return .notDate }
        }
        guard let limit, scalars.count > limit else { return nil }
        return .tooLong(scalars.count)
    }

    /// `Char` of XML 1.0.
    private static func isXML(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
        default: false
        }
    }
}
