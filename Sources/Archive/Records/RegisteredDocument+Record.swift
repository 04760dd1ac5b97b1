import PeriodModel
import Vocabulary

extension RegisteredDocument {
    /// The record of the document with this number in its file.
    package func record(_ ordinal: Int, in code: FileCode) -> Record {
        let head: [Record.Part] = [
            code.part,
            .field(.docOrdinal, RecordValue(String(ordinal), key: "archive_record.arrivals")),
            .field(.typeName, type),
            .field(.codeNumber, number),
            .field(.codeNotation, notation),
            .field(.issuedDate, RecordValue(issued?.iso, key: "agency.date")),
            .field(.organName, organ),
            .field(.subject, subject),
            .field(.documentLanguage, language),
            .field(
                .pageAmount,
                RecordValue(pages.map(String.init), key: "archive_record.arrivals")
            ),
            .field(.description, RecordValue(path, key: "archive_record.arrivals")),
        ]
        let signer = Record.Part.group(
            "SignerInfo",
            [.field(.position, position), .field(.fullName, self.signer)]
        )
        switch direction {
        case .outgoing(let addressees):
            // Whom it is for is known by name only.
            let places = addressees.isEmpty ? [""] : addressees
            let to = places.map { name in
                Record.Part.group(
                    "To",
                    [
                        .field(.organId, .unknown),
                        .field(.organName, RecordValue(name, key: "agency.addressees")),
                    ]
                )
            }
            return Record(
                name: "OutgoingDocument",
                parts: head + [signer] + to + [
                    .field(.priority, .unknown), .field(.issuedAmount, .unknown),
                    .field(.dueDate, .unknown),
                ]
            )
        case .incoming(let arrival, let number):
            return Record(
                name: "IncomingDocument",
                parts: head + [
                    .field(.arrivalDate, RecordValue(arrival?.iso, key: "archive_record.arrivals")),
                    .field(
                        .arrivalNumber,
                        RecordValue(number.map(String.init), key: "archive_record.arrivals")
                    ),
                    signer,
                    .field(.priority, .unknown), .field(.toPlaces, .unknown),
                    .field(.traceHeaderList, .unknown), .field(.dueDate, .unknown),
                ]
            )
        }
    }
}
