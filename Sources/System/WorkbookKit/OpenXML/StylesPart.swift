/// The part with the number formats of cells.
final class StylesPart: XMLHandler {
    /// What the format of each cell style makes of a number.
    private(set) var formats: [NumberFormat] = []
    private var codes: [Int: NumberFormat] = [:]
    private var isInCellStyles = false
    let failure: WorkbookFault? = nil

    func start(_ element: XMLElement) {
        switch element.name {
        case "numFmt":
            guard let number = element.integer("numFmtId"), let code = element.text("formatCode")
            else { return }
            codes[number] = NumberFormat(code: code)
        case "cellXfs": isInCellStyles = true
        case "xf" where isInCellStyles:
            let number = element.integer("numFmtId") ?? 0
            formats.append(codes[number] ?? NumberFormat(builtIn: number))
        default: return
        }
    }

    func end(_ name: XMLName) {
        if name == "cellXfs" { isInCellStyles = false }
    }

    func text(_ bytes: UnsafeRawBufferPointer) {}
}
