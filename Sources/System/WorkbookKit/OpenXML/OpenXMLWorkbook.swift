/// Reads a workbook of Office Open XML: `.xlsx`, and `.xlsm` without its macros.
struct OpenXMLWorkbook {
    private let archive: ZipArchive
    private var workbook = Workbook()

    /// The bytes must outlive the reading.
    static func read(_ bytes: UnsafeRawBufferPointer) -> Workbook {
        do throws(WorkbookFault) {
            var reader = OpenXMLWorkbook(archive: try ZipArchive(bytes))
            try reader.read()
            return reader.workbook
        } catch {
            var workbook = Workbook()
            workbook.faults = [error]
            return workbook
        }
    }

    private init(archive: ZipArchive) {
        self.archive = archive
    }

    private mutating func read() throws(WorkbookFault) {
        if archive.isEncrypted { throw WorkbookFault(.encrypted) }
        try refuseOthers()
        let root = try Relations(of: "", in: archive)
        guard let main = root.part(ofType: "officeDocument") ?? usualPart("xl/workbook.xml") else {
            throw WorkbookFault(.missingPart, part: "xl/workbook.xml")
        }
        let list = WorkbookPart()
        try archive.read(main, with: list)
        let relations = try Relations(of: main, in: archive)
        let strings = SharedStrings()
        if let part = relations.part(ofType: "sharedStrings") {
            try archive.read(part, with: strings)
        }
        let styles = StylesPart()
        if let part = relations.part(ofType: "styles") { try archive.read(part, with: styles) }
        noteSideParts(relations)
        let values = ValueReader(
            formats: styles.formats,
            isFrom1904: list.isFrom1904,
            isUncomputed: list.isUncomputed
        )
        var budget = Budget()
        for entry in list.sheets {
            // Sheets of charts and dialogs have no cells.
            let relation = relations.byID[entry.relation]
            if let type = relation?.type, type != "worksheet" { continue }
            guard let part = relation?.part else {
                workbook.faults.append(
                    WorkbookFault(.missingPart, part: entry.relation, sheet: entry.name)
                )
                continue
            }
            let sheet = Sheet(name: entry.name, visibility: entry.visibility)
            let reader = SheetPart(
                SheetBuilder(sheet, budget: budget),
                strings: strings,
                values: values
            )
            do throws(WorkbookFault) {
                try archive.read(part, with: reader)
                let result = reader.finish()
                budget = result.budget
                workbook.faults += result.faults
                workbook.sheets.append(result.sheet)
            } catch {
                // Half a sheet would be half a table: nothing of it is used.
                budget = reader.builder.budget
                var fault = error
                fault.sheet = entry.name
                workbook.faults.append(fault)
                if fault.kind == .tooLarge { return }
            }
        }
        if workbook.sheets.isEmpty, workbook.faults.isEmpty {
            workbook.faults.append(WorkbookFault(.noSheets))
        }
    }

    private func usualPart(_ name: String) -> String? { archive.contains(name) ? name : nil }

    private func refuseOthers() throws(WorkbookFault) {
        if archive.contains("xl/workbook.bin") { throw WorkbookFault(.binaryWorkbook) }
        if archive.contains("word/document.xml") { throw WorkbookFault(.wordDocument) }
        if archive.contains("content.xml"), archive.contains("META-INF/manifest.xml") {
            throw WorkbookFault(.openDocument)
        }
        if !archive.contains("[Content_Types].xml"), !archive.containsPart(beginningWith: "xl/") {
            throw WorkbookFault(.notWorkbook)
        }
    }

    private mutating func noteSideParts(_ relations: Relations) {
        if archive.containsPart(beginningWith: "xl/vbaProject")
            || archive.containsPart(beginningWith: "xl/macrosheets/")
        {
            workbook.faults.append(WorkbookFault(.macros))
        }
        if relations.part(ofType: "externalLink") != nil {
            workbook.faults.append(WorkbookFault(.externalLinks))
        }
    }
}
