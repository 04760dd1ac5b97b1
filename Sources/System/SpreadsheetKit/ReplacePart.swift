import CZlib

/// The zip file with the part of this name holding `bytes` instead, unpacked; `nil` when it is no such file
/// (APPNOTE.TXT 6.3, 4.3: local headers, central directory, its end).
func replacingPart(_ name: String, with bytes: [UInt8], in zip: [UInt8]) -> [UInt8]? {
    let endLength = 22
    guard zip.count >= endLength else { return nil }
    let end = zip.count - endLength
    guard zip.number(at: end, bytes: 4) == 0x0605_4B50,
        let count = zip.number(at: end + 10, bytes: 2),
        var entry = zip.number(at: end + 16, bytes: 4)
    else { return nil }
    var (made, directory): ([UInt8], [UInt8]) = ([], [])
    var isFound = false
    for _ in 0..<count {
        guard zip.number(at: entry, bytes: 4) == 0x0201_4B50,
            let packed = zip.number(at: entry + 20, bytes: 4),
            let nameLength = zip.number(at: entry + 28, bytes: 2),
            let extraLength = zip.number(at: entry + 30, bytes: 2),
            let noteLength = zip.number(at: entry + 32, bytes: 2),
            let local = zip.number(at: entry + 42, bytes: 4),
            let localName = zip.number(at: local + 26, bytes: 2),
            let localExtra = zip.number(at: local + 28, bytes: 2)
        else { return nil }
        let next = entry + 46 + nameLength + extraLength + noteLength
        let start = local + 30 + localName + localExtra
        guard next <= zip.count, start + packed <= zip.count else { return nil }
        var record = Array(zip[entry..<next])
        var header = Array(zip[local..<start])
        var content = zip[start..<(start + packed)]
        if zip[(entry + 46)..<(entry + 46 + nameLength)].elementsEqual(name.utf8) {
            isFound = true
            content = bytes[...]
            let sum = Int(crc32(0, bytes, UInt32(bytes.count)))
            header.set(0, at: 8, bytes: 2)
            record.set(0, at: 10, bytes: 2)
            for (offset, value) in [sum, bytes.count, bytes.count].enumerated() {
                header.set(value, at: 14 + 4 * offset, bytes: 4)
                record.set(value, at: 16 + 4 * offset, bytes: 4)
            }
        }
        record.set(made.count, at: 42, bytes: 4)
        directory += record
        made += header + content
        entry = next
    }
    guard isFound else { return nil }
    var last = Array(zip[end...])
    last.set(directory.count, at: 12, bytes: 4)
    last.set(made.count, at: 16, bytes: 4)
    return made + directory + last
}

extension [UInt8] {
    fileprivate func number(at offset: Int, bytes: Int) -> Int? {
        guard offset >= 0, offset + bytes <= count else { return nil }
        return (0..<bytes).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
    }

    fileprivate mutating func set(_ number: Int, at offset: Int, bytes: Int) {
        for index in 0..<bytes {
            self[offset + index] = UInt8(truncatingIfNeeded: number >> (8 * index))
        }
    }
}
