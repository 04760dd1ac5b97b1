/// One edition of a period as it lies in a store: a version of an OCFL object, never changed again.
package struct ArchivedEdition: Sendable, Hashable {
    package var name: EditionName
    /// When it was archived, as RFC 3339 writes it.
    package var created: String
    package var user: String
    /// A URI.
    package var address: String
    package var message: String
    /// By logical path, in the order of its bytes.
    package var files: [ArchivedFile]

    package init(
        name: EditionName,
        created: String,
        user: String,
        address: String = "",
        message: String,
        files: [ArchivedFile]
    ) {
        self.name = name
        self.created = created
        self.user = user
        self.address = address
        self.message = message
        self.files = files
    }
}

/// A file of an edition.
package struct ArchivedFile: Sendable, Hashable {
    /// Within the edition, such as `products/bao-cao.pdf`.
    package var path: String
    /// 128 hexadecimal digits in small letters.
    package var sha512: String
    /// Where its bytes lie, below the object's folder; editions with equal bytes share it.
    package var content: String

    package init(path: String, sha512: String, content: String) {
        self.path = path
        self.sha512 = sha512
        self.content = content
    }
}

/// What an edition is called on the command line: `89-2020@v2`, or `89-2020` for the last one.
package struct EditionName: Sendable, Hashable {
    /// The object: code of the province and year of the period.
    package var period: String
    /// From 1; `nil` for the last.
    package var number: Int?

    package init(period: String, number: Int?) {
        self.period = period
        self.number = number
    }

    /// As it is written.
    package var text: String { number.map { "\(period)@v\($0)" } ?? period }

    /// `nil` where `text` is no such name.
    package init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard let period = parts.first, !period.isEmpty, parts.count <= 2 else { return nil }
        self.period = String(period)
        guard parts.count == 2 else { return }
        guard parts[1].first == "v", let number = Int(parts[1].dropFirst()), number > 0,
            parts[1].dropFirst() == String(number)[...]
        else { return nil }
        self.number = number
    }
}
