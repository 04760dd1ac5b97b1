/// Reads a workbook of Excel 97 to 2003, `.xls`.
enum OldWorkbook {
    static func read(_ bytes: [UInt8]) -> Workbook {
        var workbook = Workbook()
        do throws(WorkbookFault) {
            try read(bytes, into: &workbook)
        } catch {
            workbook.faults.insert(error, at: 0)
        }
        return workbook
    }

    private static func read(_ bytes: [UInt8], into workbook: inout Workbook)
        throws(WorkbookFault)
    {
        let file = try CompoundFile(bytes)
        if file.contains("EncryptedPackage") { throw WorkbookFault(.encrypted) }
        guard let stream = try file.stream("Workbook") else {
            if file.isListCut { throw WorkbookFault(.damagedArchive) }
            if file.contains("Book") { throw WorkbookFault(.oldExcel) }
            throw WorkbookFault(file.contains("WordDocument") ? .wordDocument : .notWorkbook)
        }
        let globals = try OldGlobals(stream)
        if globals.hasMacros || file.contains("_VBA_PROJECT_CUR") {
            workbook.faults.append(WorkbookFault(.macros))
        }
        if globals.hasExternalLinks { workbook.faults.append(WorkbookFault(.externalLinks)) }
        var budget = Budget()
        // Sheets share nothing: read twice, a part of the stream would belong to two of them.
        var unread = stream.count
        for entry in globals.sheets {
            var reader = OldSheet(
                SheetBuilder(
                    Sheet(name: entry.name, visibility: entry.visibility),
                    budget: budget
                ),
                globals: globals
            )
            do throws(WorkbookFault) {
                unread -= try reader.read(stream, at: entry.offset)
                guard unread >= 0 else { throw WorkbookFault(.damagedArchive) }
                workbook.sheets.append(reader.builder.sheet)
                workbook.faults += reader.builder.faults
            } catch {
                var fault = error
                fault.sheet = entry.name
                workbook.faults.append(fault)
                if fault.kind == .tooLarge { return }
            }
            budget = reader.builder.budget
        }
        if workbook.sheets.isEmpty, workbook.faults.isEmpty {
            workbook.faults.append(WorkbookFault(.noSheets))
        }
    }
}
