/// The part that lists the sheets.
final class WorkbookPart: XMLHandler {
    /// A sheet as it is listed.
    struct Entry {
        var name: String
        var relation: String
        var visibility: Sheet.Visibility
    }

    private(set) var sheets: [Entry] = []
    private(set) var isFrom1904 = false
    /// Formulas are to be computed when the file is opened.
    private(set) var isUncomputed = false
    private(set) var failure: WorkbookFault?

    func start(_ element: XMLElement) {
        switch element.name {
        case "workbookPr": isFrom1904 = element.flag("date1904")
        case "calcPr": isUncomputed = element.flag("fullCalcOnLoad")
        case "sheet":
            guard sheets.count < Limits.sheets else {
                failure = WorkbookFault(.tooLarge, text: String(Limits.sheets))
                return
            }
            let visibility: Sheet.Visibility =
                switch element.text("state") {
                case "hidden": .hidden
                case "veryHidden": .veryHidden
                default: .visible
                }
            sheets.append(
                Entry(
                    name: element.text("name") ?? "",
                    relation: element.text("id") ?? "",
                    visibility: visibility
                )
            )
        default: return
        }
    }

    func end(_ name: XMLName) {}
    func text(_ bytes: UnsafeRawBufferPointer) {}
}
