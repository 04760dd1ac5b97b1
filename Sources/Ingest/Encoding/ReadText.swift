package import Diagnostics

/// A text in any encoding that submissions have, HTML as well, as UTF-8 in NFC; `nil` when it is no text.
package func readText(from source: SourceText) -> [UInt8]? {
    if let guise = FileGuise(source.bytes), guise != .html { return nil }
    var decoding = TextDecoding(source, pinned: nil, isLenient: true)
    return decoding.text()?.bytes
}
