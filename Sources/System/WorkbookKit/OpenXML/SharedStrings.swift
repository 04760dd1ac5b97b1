/// The texts that cells refer to by number.
final class SharedStrings: XMLHandler {
    private var bytes: [UInt8] = []
    /// Where each text ends.
    private var ends: [Int] = []
    private var runs = TextRuns()
    private var isInItem = false
    private(set) var failure: WorkbookFault?

    subscript(_ index: Int) -> ArraySlice<UInt8>? {
        guard ends.indices.contains(index) else { return nil }
        return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    func start(_ element: XMLElement) {
        if element.name == "si" {
            runs.begin()
            isInItem = true
        } else if isInItem {
            runs.start(element.name)
        }
    }

    func end(_ name: XMLName) {
        if name == "si" {
            isInItem = false
            bytes.append(contentsOf: cellText(runs.bytes))
            ends.append(bytes.count)
            if bytes.count > Limits.text || ends.count > Limits.cells {
                failure = WorkbookFault(.tooLarge, text: "sharedStrings")
            }
        } else if isInItem {
            runs.end(name)
        }
    }

    func text(_ bytes: UnsafeRawBufferPointer) {
        if isInItem { runs.append(bytes) }
    }
}
