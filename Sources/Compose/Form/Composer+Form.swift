import Diagnostics
import DocumentModel
import PeriodModel
import StatisticsModel

extension Composer {
    /// The head of the document; what `report.yaml` does not give stays blank.
    mutating func form() -> OfficialForm {
        let words = order.words
        let agency = settings.agency
        // The registry's number and date are those of the report.
        let isOther = order.symbol != nil
        let number = isOther ? words.blankNumber : self.number
        let symbol = order.symbol.map { plainText($0, in: Scope()) } ?? agency.symbol
        return OfficialForm(
            nation: words.nation,
            motto: words.motto,
            parentAgency: agency.parent?.uppercased(),
            agency: settings.agencyLines.map { $0.uppercased() },
            number: "\(words.number) \(number)/\(symbol)",
            placeAndDate: "\(agency.place), \(words.dateText(isOther ? nil : agency.date))",
            kind: order.kind,
            subject: plainText(order.subject, in: Scope()),
            addresseeLabel: words.addressees,
            addressees: agency.addressees
        )
    }

    /// The registry's number, below 10 with a zero (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3).
    private var number: String {
        settings.agency.number.map(padded) ?? order.words.blankNumber
    }

    /// A number of the registry as documents name it.
    func padded(_ number: String) -> String {
        number.utf8.count == 1 && Int(number) != nil ? "0\(number)" : number
    }

    /// Recipients and signature.
    func closing() -> Closing {
        let agency = settings.agency
        return Closing(
            recipientsLabel: order.words.recipients,
            recipients: recipientLines(agency.recipients),
            position: agency.positionLines,
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
            page: words.page,
            after: words.after,
            continued: words.charts.continued,
            dataFiles: DataFileWords(figures: words.figuresFile, rows: words.rowsFile)
        )
    }

    mutating func metadata() -> Metadata {
        let subject = plainText(order.subject, in: Scope())
        return Metadata(
            title: order.kind.isEmpty
                ? subject.capitalisingFirst
                : "\(order.kind.lowercased().capitalisingFirst) \(subject.decapitalisingFirst)",
            author: settings.agency.name,
            subject: subject,
            keywords: order.keywords.map { plainText($0, in: Scope()) },
            language: "vi-VN",
            date: material.date,
            producer: material.producer,
            audience: material.audience.rawValue
        )
    }
}
