import Glibc

/// A converter of the C library from one encoding to UTF-8.
package struct Iconv: ~Copyable {
    private let handle: iconv_t

    /// `nil` when the C library has no table of this name.
    package init?(from encoding: String) {
        guard let handle = iconv_open("UTF-8", encoding), handle != iconv_t(bitPattern: -1) else {
            return nil
        }
        self.handle = handle
    }

    deinit { iconv_close(handle) }

    /// The bytes as UTF-8, U+FFFD for each that means nothing; the offset of the first of those in
    /// `bytes`, and how many there are.
    package func decode(
        _ bytes: [UInt8]
    ) -> (text: [UInt8], firstInvalid: Int?, invalidCount: Int) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 2)
        var firstInvalid: Int?
        var invalidCount = 0
        var piece = [CChar](repeating: 0, count: 64 * 1024)
        bytes.withUnsafeBytes { raw in
            // iconv reads only; its declaration forgets to say so.
            var input = UnsafeMutablePointer(
                mutating: raw.bindMemory(to: CChar.self).baseAddress
            )
            var left = raw.count
            while left > 0 {
                let written = piece.withUnsafeMutableBufferPointer { buffer in
                    var output = buffer.baseAddress
                    var room = buffer.count
                    let status = iconv(handle, &input, &left, &output, &room)
                    return (count: buffer.count - room, error: status == -1 ? errno : 0)
                }
                text.append(contentsOf: piece[..<written.count].lazy.map(UInt8.init(bitPattern:)))
                guard written.error != 0, written.error != E2BIG, left > 0 else { continue }
                if firstInvalid == nil { firstInvalid = raw.count - left }
                invalidCount += 1
                text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                input = input?.advanced(by: 1)
                left -= 1
            }
        }
        return (text, firstInvalid, invalidCount)
    }
}
