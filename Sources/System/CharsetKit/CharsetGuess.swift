import CUchardet

/// The name of the encoding that the bytes look like by the frequency of their letters, as libuchardet has
/// it; `nil` when it cannot tell.
///
/// It knows many scripts; of Vietnamese code pages it knows too few to be asked about them.
package func guessedCharset(of bytes: some Collection<UInt8>) -> String? {
    guard let detector = uchardet_new() else { return nil }
    defer { uchardet_delete(detector) }
    let status = Array(bytes).withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) {
            uchardet_handle_data(detector, $0.baseAddress, $0.count)
        }
    }
    guard status == 0 else { return nil }
    uchardet_data_end(detector)
    guard let name = uchardet_get_charset(detector) else { return nil }
    let text = String(cString: name)
    return text.isEmpty ? nil : text
}
