import Diagnostics
import DocumentModel
import PeriodModel
import Vocabulary

extension Composer {
    /// The head of the document; what `report.yaml` does not give stays blank.
    mutating func form() -> OfficialForm {
        let words = order.words
        let agency = settings.agency
        return OfficialForm(
            nation: words.nation,
            motto: words.motto,
            parentAgency: agency.parent?.uppercased(),
            agency: agencyLines.map { $0.uppercased() },
            number: "\(words.number) \(number)/\(agency.symbol)",
            placeAndDate: "\(agency.place), \(Self.dateText(agency.date, words))",
            kind: order.kind,
            subject: plainText(order.subject, in: Scope()),
            addresseeLabel: words.addressees,
            addressees: agency.addressees
        )
    }

    /// The agency's name, its province on a line of its own, as letterheads break it.
    private var agencyLines: [String] {
        let name = settings.agency.name
        let place = " \(settings.province.title)"
        guard name.hasSuffix(place), name.count > place.count else { return [name] }
        return [String(name.dropLast(place.count)), settings.province.title]
    }

    /// The registry's number, below 10 with a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3).
    private var number: String {
        guard let number = settings.agency.number else { return order.words.blankNumber }
        return number.utf8.count == 1 && Int(number) != nil ? "0\(number)" : number
    }

    /// `ngày 05 tháng 01 năm 2021`, or with blanks to be written in by hand.
    static func dateText(_ date: CalendarDate?, _ words: Order.Words) -> String {
        let blank = "\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}\u{A0}"
        guard let date else {
            return "\(words.day)\(blank)\(words.month)\(blank)\(words.year)\(blank)\u{A0}"
        }
        return "\(words.day) \(date.paddedDay) \(words.month) \(date.paddedMonth) "
            + "\(words.year) \(date.year)"
    }

    /// Recipients and signature.
    func closing() -> Closing {
        let agency = settings.agency
        let recipients = agency.recipients.enumerated().map { index, recipient in
            "- \(recipient)" + (index == agency.recipients.count - 1 ? "." : ";")
        }
        var position: [String] = []
        if let authority = agency.authority { position.append(authority.uppercased()) }
        if let title = agency.position { position.append(title.uppercased()) }
        if agency.authority != nil, position.count == 2 {
            // `KT. CHỦ TỊCH` stands above the signer's own position only when both are given.
            position = [position.joined(separator: " ")]
        }
        return Closing(
            recipientsLabel: order.words.recipients,
            recipients: recipients,
            position: position,
            signer: agency.signer
        )
    }

    var fixedWords: FixedWords {
        let words = order.words
        return FixedWords(
            contents: words.contents,
            source: words.source,
            unit: words.unit,
            note: words.note,
            chartData: words.chartData,
            skipToContent: words.skip,
            page: words.page
        )
    }

    mutating func metadata() -> Metadata {
        let subject = plainText(order.subject, in: Scope())
        return Metadata(
            title: "\(order.kind.lowercased().capitalisingFirst) \(subject.decapitalisingFirst)",
            author: settings.agency.name,
            subject: subject,
            keywords: order.keywords.map { plainText($0, in: Scope()) },
            language: "vi-VN",
            date: material.date,
            producer: material.producer
        )
    }
}
