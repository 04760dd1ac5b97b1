/// The head of an official document (Nghị định 30/2020/NĐ-CP, Phụ lục I, Mẫu 1.4), ready to print:
/// capitals and blanks are already as the form wants them.
package struct OfficialForm: Sendable, Hashable {
    /// Ô 1, first line.
    package var nation: String
    /// Ô 1, second line.
    package var motto: String
    /// Ô 2; `nil` when there is no parent body.
    package var parentAgency: String?
    /// Ô 2: the issuing body in capitals, one line or more.
    package var agency: [String]
    /// Ô 3: `Số: 05/BC-XYZ` or with a blank for the number.
    package var number: String
    /// Ô 4: place and date.
    package var placeAndDate: String
    /// Ô 5a: `BÁO CÁO`; empty for an official letter, whose subject stands under its number (ô 5b).
    package var kind: String
    /// Ô 5a: trích yếu; of a letter with its `V/v`.
    package var subject: String
    /// Ô 9a: `Kính gửi:`.
    package var addresseeLabel: String
    package var addressees: [String]

    package init(
        nation: String,
        motto: String,
        parentAgency: String?,
        agency: [String],
        number: String,
        placeAndDate: String,
        kind: String,
        subject: String,
        addresseeLabel: String,
        addressees: [String]
    ) {
        self.nation = nation
        self.motto = motto
        self.parentAgency = parentAgency
        self.agency = agency
        self.number = number
        self.placeAndDate = placeAndDate
        self.kind = kind
        self.subject = subject
        self.addresseeLabel = addresseeLabel
        self.addressees = addressees
    }
}

extension OfficialForm {
    /// Whether this is a công văn (Mẫu 1.5): no name of its kind.
    package var isLetter: Bool { kind.isEmpty }
}

/// Recipients and signature (ô 7a, 7b, 9b).
package struct Closing: Sendable, Hashable {
    /// `Nơi nhận:`
    package var recipientsLabel: String
    /// Lines as printed, with dash and `;` or `.`.
    package var recipients: [String]
    /// Ô 7a, lines in capitals: authority and position; empty when not given.
    package var position: [String]
    /// Ô 7b; `nil` leaves the space blank.
    package var signer: String?

    package init(
        recipientsLabel: String,
        recipients: [String],
        position: [String],
        signer: String?
    ) {
        self.recipientsLabel = recipientsLabel
        self.recipients = recipients
        self.position = position
        self.signer = signer
    }
}

/// An annex in the same file; its pages are numbered from 1 again.
package struct Annex: Sendable {
    package var anchor: String
    /// `Phụ lục I`
    package var label: String
    /// In capitals.
    package var title: String
    /// `(Kèm theo Báo cáo số … ngày … của …)`
    package var reference: String
    package var blocks: [Block]
    package var isLandscape: Bool

    package init(
        anchor: String,
        label: String,
        title: String,
        reference: String,
        blocks: [Block],
        isLandscape: Bool
    ) {
        self.anchor = anchor
        self.label = label
        self.title = title
        self.reference = reference
        self.blocks = blocks
        self.isLandscape = isLandscape
    }
}
