import CZlib

/// Unpacks streams of cross-references and objects, which are packed by Flate, with or without a predictor
/// (ISO 32000-1, 7.4.4).
enum UnpackedStream {
    /// Far more than such a stream of a real file holds; a small file may claim to unpack to anything.
    private static let most = 64 << 20

    /// `nil` for other filters and for damaged bytes.
    static func bytes(_ packed: ArraySlice<UInt8>, as entries: [String: PDFValue]) -> [UInt8]? {
        var filter = entries["Filter"]
        if case .array(let filters)? = filter, filters.count <= 1 { filter = filters.first }
        guard let filter, filter != .null else { return Array(packed) }
        guard filter.name == "FlateDecode", let unpacked = inflated(packed) else { return nil }
        var parameters = entries["DecodeParms"]
        if case .array(let all)? = parameters { parameters = all.first }
        let predictor = parameters?.dictionary?["Predictor"]?.integer ?? 1
        if predictor == 1 { return unpacked }
        let columns = parameters?.dictionary?["Columns"]?.integer ?? 1
        let colours = parameters?.dictionary?["Colors"]?.integer ?? 1
        let bits = parameters?.dictionary?["BitsPerComponent"]?.integer ?? 8
        guard (10...15).contains(predictor), (1...4_096).contains(columns), colours == 1, bits == 8
        else { return nil }
        return unfiltered(unpacked, columns)
    }

    private static func inflated(_ packed: ArraySlice<UInt8>) -> [UInt8]? {
        var stream = z_stream()
        guard inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
            return nil
        }
        defer { inflateEnd(&stream) }
        var source = Array(packed)
        var unpacked: [UInt8] = []
        var code = Z_OK
        source.withUnsafeMutableBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(clamping: source.count)
            let chunk = 1 << 16
            while code == Z_OK, unpacked.count < most {
                unpacked += [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = UInt32(chunk)
                    code = inflate(&stream, Z_NO_FLUSH)
                    count = chunk - Int(stream.avail_out)
                }
            }
        }
        return code == Z_STREAM_END ? unpacked : nil
    }

    /// The filters of PNG, one byte wide.
    private static func unfiltered(_ rows: [UInt8], _ columns: Int) -> [UInt8]? {
        guard rows.count % (columns + 1) == 0 else { return nil }
        var above = [UInt8](repeating: 0, count: columns)
        var result: [UInt8] = []
        result.reserveCapacity(rows.count)
        for start in stride(from: 0, to: rows.count, by: columns + 1) {
            var left: UInt8 = 0
            var corner: UInt8 = 0
            for column in 0..<columns {
                let up = above[column]
                let predicted: UInt8
                switch rows[start] {
                case 0: predicted = 0
                case 1: predicted = left
                case 2: predicted = up
                case 3: predicted = UInt8((Int(left) + Int(up)) / 2)
                case 4: predicted = paeth(left, up, corner)
                default: return nil
                }
                left = rows[start + 1 + column] &+ predicted
                corner = up
                above[column] = left
            }
            result += above
        }
        return result
    }

    private static func paeth(_ left: UInt8, _ up: UInt8, _ corner: UInt8) -> UInt8 {
        let (a, b, c) = (Int(left), Int(up), Int(corner))
        let (toLeft, toUp, toCorner) = (abs(b - c), abs(a - c), abs(a + b - 2 * c))
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner
    }
}
