extension String {
    /// Whether no blank follows another, nor stands before `,` `.` `;` `:` `)`, when the text comes
    /// after `character`. Bytes show it; only the few texts out of order are gone through by letters.
    func hasBlanksInOrder(after character: Character) -> Bool {
        var isBehindBlank = character == " "
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: " "):
                if isBehindBlank { return false }
                isBehindBlank = true
            case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"),
                UInt8(ascii: ")"):
                if isBehindBlank { return false }
            default: isBehindBlank = false
            }
        }
        return true
    }
}
