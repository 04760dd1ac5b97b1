import CWorkbook

/// The parts of an archive by name; nothing of it is ever written anywhere.
///
/// The bytes must outlive the archive.
struct ZipArchive {
    private let bytes: UnsafeRawBufferPointer
    /// Bytes that may still be unpacked.
    private let allowance: Allowance
    /// Position of each part in the archive, by its folded name.
    private var positions: [String: Int] = [:]
    private(set) var isEncrypted = false
    /// Names that stand in the archive twice.
    private(set) var repeated: Set<String> = []

    /// Reads the list of parts.
    init(_ bytes: UnsafeRawBufferPointer) throws(WorkbookFault) {
        guard zip_is_there() else { throw WorkbookFault(.noLibrary, text: "libarchive13") }
        self.bytes = bytes
        allowance = Allowance(archiveSize: bytes.count)
        guard let zip = zip_open(bytes.baseAddress, bytes.count) else {
            throw WorkbookFault(.damagedArchive)
        }
        defer { zip_close(zip) }
        var entry: OpaquePointer?
        var position = 0
        while true {
            let result = zip_next(zip, &entry)
            guard result >= 0 else { throw WorkbookFault(.damagedArchive) }
            guard result > 0, let entry else { break }
            guard position < Limits.entries else {
                throw WorkbookFault(.tooLarge, text: String(Limits.entries))
            }
            if let name = zip_name(entry).map({ Self.folded(String(cString: $0)) }) {
                if positions.updateValue(position, forKey: name) != nil { repeated.insert(name) }
            }
            isEncrypted = isEncrypted || zip_is_encrypted(entry)
            position += 1
        }
    }

    func contains(_ name: String) -> Bool { positions[Self.folded(name)] != nil }

    /// Whether there is a part whose name begins so.
    func containsPart(beginningWith prefix: String) -> Bool {
        let prefix = Self.folded(prefix)
        return positions.keys.contains { $0.hasPrefix(prefix) }
    }

    /// Unpacks a part piece by piece; `body` returns false when it wants no more.
    func read(_ name: String, _ body: (UnsafeRawBufferPointer) throws(WorkbookFault) -> Bool)
        throws(WorkbookFault)
    {
        guard let wanted = positions[Self.folded(name)] else {
            throw WorkbookFault(.missingPart, part: name)
        }
        // A second part of the same name may say something else.
        guard !repeated.contains(Self.folded(name)) else {
            throw WorkbookFault(.repeatedPart, part: name)
        }
        guard let zip = zip_open(bytes.baseAddress, bytes.count) else {
            throw WorkbookFault(.damagedArchive)
        }
        defer { zip_close(zip) }
        var entry: OpaquePointer?
        for _ in 0...wanted {
            guard zip_next(zip, &entry) == 1 else { throw WorkbookFault(.damagedArchive) }
        }
        let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
        defer { piece.deallocate() }
        var total = 0
        while true {
            let count = zip_read(zip, piece.baseAddress, piece.count)
            guard count >= 0 else { throw WorkbookFault(.damagedArchive, part: name) }
            guard count > 0 else { break }
            total += count
            allowance.rest -= count
            guard total <= Limits.partSize, allowance.rest >= 0 else {
                throw WorkbookFault(.tooLarge, part: name)
            }
            guard try body(UnsafeRawBufferPointer(rebasing: piece[..<count])) else { break }
        }
    }

    /// Names of parts compare without case (ECMA-376, part 2, 6.2.2.3); some programs write `\`.
    private static func folded(_ name: String) -> String {
        String(name.lowercased().map { $0 == "\\" ? "/" : $0 }.drop { $0 == "/" })
    }

    /// What all parts together may unpack to.
    private final class Allowance {
        var rest: Int

        init(archiveSize: Int) {
            rest = min(Limits.totalSize, max(Limits.freeSize, archiveSize * Limits.ratio))
        }
    }
}
