/// A figure of this period or of the one before: `doanh_thu.sum`, `previous.doanh_thu.sum`.
package struct FigureName: Sendable, Hashable {
    package var key: FigureKey
    /// Whether it is a figure of the period before.
    package var isPrevious: Bool

    package init(_ key: FigureKey, isPrevious: Bool = false) {
        self.key = key
        self.isPrevious = isPrevious
    }

    /// Reads a key, `previous.` before it for the period before.
    package init?(_ text: String) {
        let isPrevious = text.hasPrefix(Self.prefix)
        guard let key = FigureKey(isPrevious ? String(text.dropFirst(Self.prefix.count)) : text)
        else { return nil }
        self.init(key, isPrevious: isPrevious)
    }

    private static let prefix = "previous."
}

extension FigureName: CustomStringConvertible {
    package var description: String {
        (isPrevious ? Self.prefix : "") + key.description
    }
}
