package import Diagnostics

extension MappingReader {
    /// Text as it is written; a missing key is a fault, and so is empty text unless it is allowed.
    package mutating func text(_ key: String, allowsEmpty: Bool = false) -> String {
        node(key).flatMap { text(of: $0, key: key, allowsEmpty: allowsEmpty) } ?? ""
    }

    /// Text as it is written; `nil` when the key is not there or has no value.
    package mutating func optionalText(_ key: String, allowsEmpty: Bool = false) -> String? {
        optionalNode(key).flatMap { text(of: $0, key: key, allowsEmpty: allowsEmpty) }
    }

    /// A whole number.
    package mutating func integer(_ key: String) -> Int {
        value(key, expecting: SettingsFault.integer, wholeNumber) ?? 0
    }

    /// A whole number; `nil` when the key is not there or has no value.
    package mutating func optionalInteger(_ key: String) -> Int? {
        optionalValue(key, expecting: SettingsFault.integer, wholeNumber)
    }

    /// `true` or `false`, without quotes.
    package mutating func flag(_ key: String) -> Bool {
        node(key).flatMap { flag(of: $0) } ?? false
    }

    /// `true` or `false`, without quotes; `nil` when the key is not there or has no value.
    package mutating func optionalFlag(_ key: String) -> Bool? {
        optionalNode(key).flatMap { flag(of: $0) }
    }

    /// Text that `read` turns into a value, or a fault that says what was `expected`:
    /// `một ngày như 2020-12-31`.
    package mutating func value<Value>(
        _ key: String,
        expecting expected: Bilingual,
        _ read: (String) -> Value?
    ) -> Value? {
        node(key).flatMap { value(of: $0, expecting: expected, read) }
    }

    /// As `value`; `nil` when the key is not there or has no value.
    package mutating func optionalValue<Value>(
        _ key: String,
        expecting expected: Bilingual,
        _ read: (String) -> Value?
    ) -> Value? {
        optionalNode(key).flatMap { value(of: $0, expecting: expected, read) }
    }

    /// One of the type's words; anything else is a fault with the nearest word.
    package mutating func choice<Word: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        _ type: Word.Type = Word.self
    ) -> Word? {
        node(key).flatMap { choice(of: $0) }
    }

    /// One of the type's words; `nil` when the key is not there or has no value.
    package mutating func optionalChoice<Word: RawRepresentable<String> & CaseIterable>(
        _ key: String,
        _ type: Word.Type = Word.self
    ) -> Word? {
        optionalNode(key).flatMap { choice(of: $0) }
    }

    /// The text of a node at hand; a list, a mapping or empty text is a fault.
    package mutating func text(
        of node: YAMLNode,
        key: String,
        allowsEmpty: Bool = false
    ) -> String? {
        guard case .scalar(let scalar) = node.content, !scalar.isNull else {
            log.append(SettingsFault.wrongType(node, expected: .text))
            return nil
        }
        guard allowsEmpty || scalar.text.contains(where: { !$0.isWhitespace }) else {
            log.append(SettingsFault.emptyText(key, at: node.place))
            return nil
        }
        return scalar.text
    }

    /// The value of a node at hand that `read` makes from its text.
    package mutating func value<Value>(
        of node: YAMLNode,
        expecting expected: Bilingual,
        _ read: (String) -> Value?
    ) -> Value? {
        guard let text = node.text else {
            log.append(SettingsFault.wrongType(node, expected: .other(expected)))
            return nil
        }
        guard let value = read(text) else {
            log.append(SettingsFault.badValue(text, at: node.place, expected: expected))
            return nil
        }
        return value
    }

    private mutating func flag(of node: YAMLNode) -> Bool? {
        guard case .scalar(let scalar) = node.content, scalar.isPlain,
            let flag = Bool(scalar.text)
        else {
            log.append(SettingsFault.wrongType(node, expected: .flag))
            return nil
        }
        return flag
    }

    private mutating func choice<Word: RawRepresentable<String> & CaseIterable>(
        of node: YAMLNode
    ) -> Word? {
        let words = Word.allCases.map(\.rawValue)
        guard let text = node.text, let word = Word(rawValue: text) else {
            log.append(SettingsFault.unknownWord(node, words: words))
            return nil
        }
        return word
    }
}

/// An integer as people write it: digits with at most a minus before them.
private func wholeNumber(_ text: String) -> Int? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    return digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
}
