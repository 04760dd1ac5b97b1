/// A value of JSON that came from outside.
package indirect enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int)
    case real(Double)
    case string(String)
    case array([JSONValue])
    /// In the order of the text; no key stands twice.
    case object([Member])

    /// A key and its value.
    package struct Member: Sendable, Equatable {
        package var key: String
        package var value: JSONValue
    }

    /// The text, where it is one.
    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The number, where it is a whole one.
    package var integer: Int? {
        if case .integer(let number) = self { number } else { nil }
    }

    /// The items, where it is a list.
    package var array: [JSONValue]? {
        if case .array(let items) = self { items } else { nil }
    }

    /// The members, where it is an object.
    package var object: [Member]? {
        if case .object(let members) = self { members } else { nil }
    }

    /// The texts, where it is a list of nothing but texts.
    package var strings: [String]? {
        guard let array else { return nil }
        let texts = array.compactMap(\.string)
        return texts.count == array.count ? texts : nil
    }

    /// The value of a key, where it is an object that has it.
    package subscript(key key: String) -> JSONValue? {
        object?.first { $0.key == key }?.value
    }
}
