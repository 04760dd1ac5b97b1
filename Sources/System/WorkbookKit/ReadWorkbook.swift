/// Reads a workbook by what it is, not by its name; `nil` when the bytes are neither a zip archive nor one
/// of Microsoft's compound files, nor the first few bytes of either.
///
/// Formulas are not computed, macros not run, links not followed: what counts is what the file stores.
package func readWorkbook(_ bytes: [UInt8]) -> Workbook? {
    if beginsAsZip(bytes) {
        return bytes.withUnsafeBytes { OpenXMLWorkbook.read($0) }
    }
    if bytes.starts(with: CompoundFile.signature) { return OldWorkbook.read(bytes) }
    guard mayBeginWorkbook(bytes) else { return nil }
    var workbook = Workbook()
    workbook.faults = [WorkbookFault(.damagedArchive)]
    return workbook
}

/// Whether `readWorkbook` has something to say about a file that begins so.
package func isWorkbook(_ bytes: some Collection<UInt8>) -> Bool {
    beginsAsZip(bytes) || bytes.starts(with: CompoundFile.signature)
}

/// Whether these few bytes are how a workbook begins, without enough of it to be told from a text.
package func mayBeginWorkbook(_ bytes: [UInt8]) -> Bool {
    !bytes.isEmpty && (zipMarks + [CompoundFile.signature]).contains { $0.starts(with: bytes) }
}

/// A local file, or the end of an archive without any.
private let zipMarks: [[UInt8]] = [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06]]

private func beginsAsZip(_ bytes: some Collection<UInt8>) -> Bool {
    zipMarks.contains { bytes.starts(with: $0) }
}
