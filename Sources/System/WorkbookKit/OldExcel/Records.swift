/// The records of a BIFF8 stream ([MS-XLS], 2.1.4), one after another.
struct Records {
    /// Numbers of the records that matter.
    enum Kind {
        static let formula = 0x06
        static let end = 0x0A
        static let dateSystem = 0x22
        static let filePassword = 0x2F
        static let continuation = 0x3C
        static let columns = 0x7D
        static let sheet = 0x85
        static let mergedCells = 0xE5
        static let style = 0xE0
        static let numbers = 0xBD
        static let strings = 0xFC
        static let sharedString = 0xFD
        static let number = 0x0203
        static let label = 0x0204
        static let booleanOrError = 0x0205
        static let formulaText = 0x0207
        static let row = 0x0208
        static let smallNumber = 0x027E
        static let format = 0x041E
        static let begin = 0x0809
        static let externalBook = 0x01AE
        static let macros = 0xD3
    }

    private let bytes: [UInt8]
    private(set) var offset: Int

    init(_ bytes: [UInt8], at offset: Int = 0) {
        self.bytes = bytes
        self.offset = offset
    }

    /// The next record; `nil` at the end of the stream.
    mutating func next() throws(WorkbookFault) -> (kind: Int, body: ArraySlice<UInt8>)? {
        guard let kind = bytes.word(at: offset), let length = bytes.word(at: offset + 2) else {
            return nil
        }
        let start = offset + 4
        guard start + length <= bytes.count else { throw WorkbookFault(.damagedArchive) }
        offset = start + length
        return (kind, bytes[start..<offset])
    }

    /// The record after this one when it continues it.
    mutating func nextContinuation() throws(WorkbookFault) -> ArraySlice<UInt8>? {
        guard bytes.word(at: offset) == Kind.continuation else { return nil }
        return try next()?.body
    }
}
