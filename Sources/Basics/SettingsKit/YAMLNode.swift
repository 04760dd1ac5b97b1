package import Diagnostics

/// A value of a YAML (or JSON) file, with the place where it stands.
package struct YAMLNode: Sendable {
    /// What a node holds.
    package enum Content: Sendable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        /// Entries in the order of the file; a repeated key is still here twice.
        case mapping([YAMLEntry])
    }

    /// Place of the first character of the value, quotes and brackets included.
    package var place: Place
    package var content: Content

    package init(place: Place, content: Content) {
        self.place = place
        self.content = content
    }

    /// The text of a scalar that has a value, as it is written: `05` stays `05`, `no` stays `no`.
    package var text: String? {
        guard case .scalar(let scalar) = content, !scalar.isNull else { return nil }
        return scalar.text
    }

    /// Nothing, `~` or `null`, written without quotes.
    package var isNull: Bool {
        guard case .scalar(let scalar) = content else { return false }
        return scalar.isNull
    }
}

/// Characters between keys and brackets, before anyone asks for a type.
package struct YAMLScalar: Sendable, Hashable {
    package var text: String
    /// Written without quotes and not as a block; only such text can be a number, a flag or null.
    package var isPlain: Bool

    package init(text: String, isPlain: Bool) {
        self.text = text
        self.isPlain = isPlain
    }

    /// Nothing, `~` or `null`, written without quotes.
    package var isNull: Bool {
        isPlain && (text.isEmpty || text == "~" || text == "null")
    }
}

/// One `key: value` of a mapping.
package struct YAMLEntry: Sendable {
    package var key: String
    package var keyPlace: Place
    package var value: YAMLNode

    package init(key: String, keyPlace: Place, value: YAMLNode) {
        self.key = key
        self.keyPlace = keyPlace
        self.value = value
    }
}
