/// A cell's text at a place where equal texts are set alike. Registers say the same words thousands of times.
struct CellKey: Hashable {
    var text: String
    var column: Int
    var isBold: Bool

    static func == (left: CellKey, right: CellKey) -> Bool {
        left.column == right.column && left.isBold == right.isBold
            && left.text.utf8.elementsEqual(right.text.utf8)
    }

    /// As its bytes: String's own hash would normalise Vietnamese letters each time.
    func hash(into hasher: inout Hasher) {
        var copy = text
        copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(column)
        hasher.combine(isBold)
    }
}
