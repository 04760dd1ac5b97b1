import CZlib

/// The Flate filter (ISO 32000-1, 7.4.4).
enum Zlib {
    /// 6 costs about 2 % more of a document's time than 4 and saves about 2 % of its bytes.
    private static let level: Int32 = 6

    static func pack(_ bytes: [UInt8]) throws(ConformFailure) -> [UInt8] {
        var length = compressBound(UInt(bytes.count))
        var code = Z_OK
        let packed = [UInt8](unsafeUninitializedCapacity: Int(length)) { buffer, count in
            code = compress2(buffer.baseAddress, &length, bytes, UInt(bytes.count), level)
            count = code == Z_OK ? Int(length) : 0
        }
        guard code == Z_OK else { throw .compression(code: code) }
        // A copy of its own length: the room for the worst case is several times as large.
        return packed.withUnsafeBufferPointer { Array($0) }
    }

    /// `expected` is a guess of the length, to begin with.
    static func unpack(
        _ bytes: ArraySlice<UInt8>,
        expected: Int? = nil
    ) throws(ConformFailure) -> [UInt8] {
        var stream = z_stream()
        let start = inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard start == Z_OK else { throw .compression(code: start) }
        defer { inflateEnd(&stream) }
        var packed = Array(bytes)
        var unpacked: [UInt8] = []
        var code = Z_OK
        // A guess that is too small costs only another round; one too large is not believed.
        let chunk = min(max(expected ?? packed.count * 4, 4_096), 1 << 24)
        packed.withUnsafeMutableBufferPointer { source in
            stream.next_in = source.baseAddress
            stream.avail_in = UInt32(source.count)
            while code == Z_OK {
                let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = UInt32(chunk)
                    code = inflate(&stream, Z_NO_FLUSH)
                    count = chunk - Int(stream.avail_out)
                }
                if unpacked.isEmpty { unpacked = part } else { unpacked += part }
            }
        }
        guard code == Z_STREAM_END else { throw .compression(code: code) }
        return unpacked
    }
}
