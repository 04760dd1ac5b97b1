package import PeriodModel

extension RegisteredFile {
    /// A file that came in or went out, by its path in the period's folder and in the package.
    package struct Item: Sendable, Hashable {
        package var name: String
        package var path: String
        /// `nil` when it has no pages that could be counted.
        package var pages: Int?

        package init(name: String, path: String, pages: Int? = nil) {
            self.name = name
            self.path = path
            self.pages = pages
        }
    }

    /// A document that went out, and what it calls itself.
    package struct Issued: Sendable, Hashable {
        package var item: Item
        package var title: String?

        package init(_ item: Item, title: String?) {
            self.item = item
            self.title = title
        }
    }

    /// The file of a period: its report, the letter that corrects an earlier one, and each submission as an
    /// incoming document.
    package init(
        _ settings: PeriodSettings,
        report: Issued?,
        correction: Issued? = nil,
        submissions: [Item]
    ) {
        var documents = submissions.map { Self.incoming($0, settings) }
        if let report { documents.append(Self.outgoing(report, settings)) }
        if let correction { documents.append(Self.letter(correction, settings)) }
        self.init(settings, documents: documents)
    }

    /// The letter has its own number, symbol and day; whom it is from and for are the report's.
    private static func letter(_ letter: Issued, _ settings: PeriodSettings) -> RegisteredDocument {
        let (record, key) = (settings.record, "archive_record.correction")
        var document = outgoing(letter, settings)
        document.type = RecordValue(record.correctionType, key: "\(key).type")
        document.number = RecordValue(record.correction.number, key: "\(key).code_number")
        document.notation = RecordValue(record.correction.symbol, key: "\(key).code_notation")
        document.issued = record.correction.date
        document.subject = RecordValue(letter.title, key: key)
        return document
    }

    private static func outgoing(_ issued: Issued, _ settings: PeriodSettings)
        -> RegisteredDocument
    {
        let agency = settings.agency
        let position = [agency.authority, agency.position].compactMap(\.self)
        return RegisteredDocument(
            direction: .outgoing(to: agency.addressees),
            path: issued.item.path,
            type: RecordValue(settings.record.type, key: "archive_record.type"),
            number: RecordValue(agency.number, key: "agency.number"),
            notation: RecordValue(agency.symbol, key: "agency.symbol"),
            issued: agency.date,
            organ: RecordValue(agency.name, key: "agency.name"),
            subject: RecordValue(
                settings.record.subject ?? issued.title,
                key: "archive_record.subject"
            ),
            language: RecordValue(settings.record.language, key: "archive_record.language"),
            pages: issued.item.pages,
            position: RecordValue(position.joined(separator: " "), key: "agency.position"),
            signer: RecordValue(agency.signer, key: "agency.signer")
        )
    }

    private static func incoming(_ item: Item, _ settings: PeriodSettings) -> RegisteredDocument {
        let arrival = settings.record.arrivals.first { $0.file == item.name }
        let unit = settings.unit(ofFile: item.name).map { settings.units[$0].title }
        let key = "archive_record.arrivals"
        return RegisteredDocument(
            direction: .incoming(on: arrival?.date, number: arrival?.number),
            path: item.path,
            type: RecordValue(
                arrival?.type ?? settings.record.arrivalType,
                key: "archive_record.arrival_type"
            ),
            number: RecordValue(arrival?.codeNumber, key: "\(key).code_number"),
            notation: RecordValue(arrival?.codeNotation, key: "\(key).code_notation"),
            issued: arrival?.issued,
            organ: RecordValue(arrival?.organ ?? unit, key: "\(key).organ"),
            subject: RecordValue(arrival?.subject, key: "\(key).subject"),
            language: RecordValue(
                arrival?.language ?? settings.record.language,
                key: "archive_record.language"
            ),
            pages: arrival?.pages ?? item.pages,
            position: RecordValue(arrival?.position, key: "\(key).position"),
            signer: RecordValue(arrival?.signer, key: "\(key).signer")
        )
    }
}
