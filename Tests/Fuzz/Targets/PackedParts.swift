/// The parts of an `.xlsx` with a null byte between them, as a zip file that stores each as it is: its
/// checksums hold, which no mutation of a real file would ever hit.
func packed(_ input: ArraySlice<UInt8>) -> [UInt8] {
    let names = [
        "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels", "_rels/.rels", "[Content_Types].xml",
    ]
    var file: [UInt8] = []
    var list: [UInt8] = []
    let parts = input.split(separator: 0, maxSplits: 6, omittingEmptySubsequences: false)
    for (name, part) in zip(names, parts) {
        let sizes = longs(Int(crc32(part)), part.count, part.count) + words(name.utf8.count, 0)
        list += longs(0x0201_4B50) + words(20, 20, 0, 0, 0, 0) + sizes + words(0, 0, 0)
        list += longs(0, file.count) + Array(name.utf8)
        file += longs(0x0403_4B50) + words(20, 0, 0, 0, 0) + sizes + Array(name.utf8) + part
    }
    let count = min(names.count, parts.count)
    return file + list + longs(0x0605_4B50) + words(0, 0, count, count)
        + longs(list.count, file.count) + words(0)
}

private func words(_ values: Int...) -> [UInt8] {
    values.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8 & 0xFF)] }
}

private func longs(_ values: Int...) -> [UInt8] {
    values.flatMap { value in (0..<4).map { UInt8(value >> (8 * $0) & 0xFF) } }
}

private func crc32(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var sum: UInt32 = ~0
    for byte in bytes {
        sum ^= UInt32(byte)
        for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
}
