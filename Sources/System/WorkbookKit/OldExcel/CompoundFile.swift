/// Microsoft's file of streams ([MS-CFB]), which old workbooks and encrypted new ones are.
struct CompoundFile {
    static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    /// Sector numbers from here on are marks, not sectors.
    private static let lastSector = 0xFFFF_FFFA

    private let bytes: [UInt8]
    private let sectorSize: Int
    private var table: [Int] = []
    private var miniTable: [Int] = []
    private var miniStream: [UInt8] = []
    private let miniCutoff: Int
    /// The list of streams is cut off with the end of the file.
    private(set) var isListCut = false
    /// Where streams begin and how long they are, by name.
    private var streams: [String: (start: Int, size: Int)] = [:]

    init(_ bytes: [UInt8]) throws(WorkbookFault) {
        guard let shift = bytes.word(at: 30), shift == 9 || shift == 12,
            let directory = bytes.long(at: 48), let cutoff = bytes.long(at: 56),
            let miniStart = bytes.long(at: 60)
        else { throw WorkbookFault(.damagedArchive) }
        self.bytes = bytes
        sectorSize = 1 << shift
        miniCutoff = cutoff
        table = try readTable()
        let entries = try chain(from: directory, size: nil)
        isListCut = !entries.count.isMultiple(of: sectorSize)
        try readDirectory(entries)
        guard let root = streams["Root Entry"] else { throw WorkbookFault(.damagedArchive) }
        if miniStart < Self.lastSector, root.start < Self.lastSector {
            miniTable = Self.longs(try chain(from: miniStart, size: nil))
            miniStream = try chain(from: root.start, size: root.size)
        }
    }

    func contains(_ name: String) -> Bool { streams[name] != nil }

    /// The bytes of a stream, or `nil` when there is none of that name.
    func stream(_ name: String) throws(WorkbookFault) -> [UInt8]? {
        guard let stream = streams[name] else { return nil }
        guard stream.size < miniCutoff else {
            return try chain(from: stream.start, size: stream.size)
        }
        var result: [UInt8] = []
        var sector = stream.start
        while result.count < stream.size {
            let start = sector * 64
            guard sector < miniTable.count, start + 64 <= miniStream.count + 63,
                start < miniStream.count, result.count <= miniStream.count
            else { throw WorkbookFault(.damagedArchive, part: name) }
            result += miniStream[start..<min(start + 64, miniStream.count)]
            sector = miniTable[sector]
        }
        result.removeLast(result.count - stream.size)
        return result
    }

    /// The table of which sector follows which: its own sectors are listed in the header and in a chain.
    private func readTable() throws(WorkbookFault) -> [Int] {
        var parts = (0..<109).compactMap { bytes.long(at: 76 + 4 * $0) }
        var next = bytes.long(at: 68) ?? Self.lastSector
        var steps = 0
        while next < Self.lastSector {
            let list = Self.longs(try sector(next))
            parts += list.dropLast()
            next = list.last ?? Self.lastSector
            steps += 1
            guard steps <= bytes.count / sectorSize else { throw WorkbookFault(.damagedArchive) }
        }
        parts = parts.filter { $0 < Self.lastSector }
        guard parts.count <= bytes.count / sectorSize else { throw WorkbookFault(.damagedArchive) }
        var result: [Int] = []
        for part in parts { result += Self.longs(try sector(part)) }
        return result
    }

    private mutating func readDirectory(_ entries: [UInt8]) throws(WorkbookFault) {
        for offset in stride(from: 0, to: entries.count - 127, by: 128) {
            let entry = entries[offset..<offset + 128]
            guard let length = entry.word(at: 64), length > 2, length <= 64,
                let start = entry.long(at: 116), let size = entry.long(at: 120)
            else { continue }
            let units = stride(from: 0, to: length - 2, by: 2).compactMap {
                entry.word(at: $0).map(UInt16.init)
            }
            // Sizes above 2 GB have no place here.
            guard size < 1 << 31 else { throw WorkbookFault(.tooLarge) }
            let name = String(decoding: units, as: UTF16.self)
            if streams[name] == nil { streams[name] = (start, size) }
        }
    }

    private func sector(_ number: Int) throws(WorkbookFault) -> ArraySlice<UInt8> {
        let start = (number + 1) * sectorSize
        guard start < bytes.count else { throw WorkbookFault(.damagedArchive) }
        // The last sector of a file may be short.
        return bytes[start..<min(start + sectorSize, bytes.count)]
    }

    private func chain(from start: Int, size: Int?) throws(WorkbookFault) -> [UInt8] {
        var result: [UInt8] = []
        var next = start
        while next < Self.lastSector, result.count < size ?? .max {
            // A chain that runs in a circle is longer than the file.
            guard result.count <= bytes.count, next < table.count else {
                throw WorkbookFault(.damagedArchive)
            }
            result += try sector(next)
            next = table[next]
        }
        guard let size else { return result }
        guard result.count >= size else { throw WorkbookFault(.damagedArchive) }
        result.removeLast(result.count - size)
        return result
    }

    private static func longs(_ bytes: some Collection<UInt8>) -> [Int] {
        let bytes = Array(bytes)
        return stride(from: 0, to: bytes.count - 3, by: 4).compactMap { bytes.long(at: $0) }
    }
}
