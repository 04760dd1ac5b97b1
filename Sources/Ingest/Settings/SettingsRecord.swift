import Diagnostics
import PeriodModel
import SettingsKit
import Vocabulary

/// `archive_record:`; each value is held against its field of Phụ lục VI.
func readRecordSettings(_ map: inout MappingReader) -> RecordSettings? {
    var record = RecordSettings()
    record.organId = map.recordText("organ_id", .organId)
    record.fileCatalog = map.recordNumber("file_catalog", .fileCatalog)
    record.fileNotation = map.recordText("file_notation", .fileNotation)
    record.title = map.recordText("title", .title)
    record.maintenance = map.recordText("maintenance", .maintenance)
    record.rights = map.recordText("rights", .rights)
    record.creator = map.recordText("creator", .creator)
    record.language = map.recordText("language", .documentLanguage)
    record.type = map.recordText("type", .typeName)
    record.subject = map.recordText("subject", .subject)
    let correction = map.optionalMapping("correction") { map in
        (
            type: map.recordText("type", .typeName),
            document: IssuedDocument(
                number: map.recordText("code_number", .codeNumber),
                symbol: map.recordText("code_notation", .codeNotation),
                date: map.optionalDate("issued")
            )
        )
    }
    record.correctionType = correction?.type
    record.correction = correction?.document ?? IssuedDocument()
    record.arrivalType = map.recordText("arrival_type", .typeName)
    var first: [String: Place] = [:]
    record.arrivals = map.optionalMappings("arrivals") { map in
        let arrival = arrival(&map)
        let place = map.place(of: "file")
        if let earlier = first[arrival.file], !arrival.file.isEmpty {
            map.report(SettingsDoubt.repeated(arrival.file, at: place, first: earlier))
        } else {
            first[arrival.file] = place
        }
        return arrival
    }
    return record
}

private func arrival(_ map: inout MappingReader) -> Arrival {
    Arrival(
        file: map.text("file"),
        date: map.optionalDate("date"),
        number: map.recordNumber("number", .arrivalNumber),
        codeNumber: map.recordText("code_number", .codeNumber),
        codeNotation: map.recordText("code_notation", .codeNotation),
        issued: map.optionalDate("issued"),
        organ: map.recordText("organ", .organName),
        type: map.recordText("type", .typeName),
        subject: map.recordText("subject", .subject),
        language: map.recordText("language", .documentLanguage),
        pages: map.recordNumber("pages", .pageAmount),
        position: map.recordText("position", .position),
        signer: map.recordText("signer", .fullName)
    )
}

extension MappingReader {
    /// A text that fits its field.
    fileprivate mutating func recordText(_ key: String, _ field: RecordField) -> String? {
        let text = optionalText(key)
        if let text, let fault = field.fault(in: text) {
            report(fault.diagnostic(of: text, in: field, key: key, at: place(of: key)))
        }
        return text
    }

    /// A whole number that fits its field.
    fileprivate mutating func recordNumber(_ key: String, _ field: RecordField) -> Int? {
        guard let text = optionalText(key) else { return nil }
        if let fault = field.fault(in: text) {
            report(fault.diagnostic(of: text, in: field, key: key, at: place(of: key)))
        }
        return Int(text)
    }
}
