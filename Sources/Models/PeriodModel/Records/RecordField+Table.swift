extension RecordField {
    // The file's code (Mã hồ sơ), in each record.
    package static let organId = RecordField("OrganId", .text, 13)
    package static let fileCatalog = RecordField("FileCatalog", .number, 4)
    package static let fileNotation = RecordField("FileNotation", .text, 20)

    // Documents, outgoing and incoming.
    package static let docOrdinal = RecordField("DocOrdinal", .number, 3)
    package static let typeName = RecordField("TypeName", .text, 100)
    package static let codeNumber = RecordField("CodeNumber", .text, 11)
    package static let codeNotation = RecordField("CodeNotation", .text, 30)
    package static let issuedDate = RecordField("IssuedDate", .date, 10)
    package static let organName = RecordField("OrganName", .text, 200)
    package static let subject = RecordField("Subject", .text, 500)
    package static let documentLanguage = RecordField("Language", .text, 30)
    package static let pageAmount = RecordField("PageAmount", .number, 3)
    package static let description = RecordField("Description", .text, 500)
    package static let position = RecordField("Position", .text, 100)
    package static let fullName = RecordField("FullName", .text, 50)
    package static let priority = RecordField("Priority", .number, 1)
    package static let dueDate = RecordField("DueDate", .date, 10)

    // Outgoing documents.
    package static let issuedAmount = RecordField("IssuedAmount", .number, 3)

    // Incoming documents.
    package static let arrivalDate = RecordField("ArrivalDate", .date, 10)
    package static let arrivalNumber = RecordField("ArrivalNumber", .number, 10)
    package static let toPlaces = RecordField("ToPlaces", .text, 1000)
    package static let traceHeaderList = RecordField("TraceHeaderList", .text, nil)

    // The file (hồ sơ).
    package static let title = RecordField("Title", .text, 500)
    package static let maintenance = RecordField("Maintenance", .text, 30)
    package static let rights = RecordField("Rights", .text, 30)
    package static let creator = RecordField("Creator", .text, 30)
    package static let fileLanguage = RecordField("Language", .text, 50)
    package static let startDate = RecordField("StartDate", .date, 10)
    package static let endDate = RecordField("EndDate", .date, 10)
    package static let docTotal = RecordField("DocTotal", .number, 4)
    package static let pageTotal = RecordField("PageTotal", .number, 4)
}
