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

    /// The file of a period: its report, and each submission as an incoming document.
    ///
    /// `title` is what the report calls itself, for settings that name no subject.
    package init(
        _ settings: PeriodSettings,
        report: Item?,
        title: String?,
        submissions: [Item]
    ) {
        var documents = submissions.map { Self.incoming($0, settings) }
        if let report { documents.append(Self.outgoing(report, title: title, settings)) }
        self.init(settings, documents: documents)
    }

    private static func outgoing(
        _ item: Item,
        title: String?,
        _ settings: PeriodSettings
    ) -> RegisteredDocument {
        let agency = settings.agency
        let position = [agency.authority, agency.position].compactMap(\.self)
        return RegisteredDocument(
            direction: .outgoing(to: agency.addressees),
            path: item.path,
            type: RecordValue(settings.record.type, key: "archive_record.type"),
            number: RecordValue(agency.number, key: "agency.number"),
            notation: RecordValue(agency.symbol, key: "agency.symbol"),
            issued: agency.date,
            organ: RecordValue(agency.name, key: "agency.name"),
            subject: RecordValue(settings.record.subject ?? title, key: "archive_record.subject"),
            language: RecordValue(settings.record.language, key: "archive_record.language"),
            pages: item.pages,
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
